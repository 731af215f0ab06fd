package whybroke.classifier.index.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static whybroke.classifier.index.Failures.NOON;
import static whybroke.classifier.index.Failures.failure;
import static whybroke.classifier.index.Failures.id;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexFolderTest {
    @TempDir
    Path path;

    @Test
    void sameFailureTwice_isOneDocument() throws IOException {
        try (Shelf shelf = new Shelf(path)) {
            shelf.with(
                    failure(1, "disk full"), failure(1, "disk full"), failure(1, 2, "acme/shop", "app", "rule", "new"));

            assertThat(shelf.ids("")).hasSize(1);
            assertThat(shelf.ids("disk")).isEmpty();
            assertThat(shelf.ids("new label:app")).hasSize(1);
        }
    }

    @Test
    void anyOrderOfTheSameNews_endsTheSame() throws IOException {
        List<Entry> news = List.of(
                Entry.judged(failure(1, 1, "acme/shop", null, null, null), NOON),
                Entry.judged(failure(1, 2, "acme/shop", "infra", "rule", "second fetch"), NOON.plusSeconds(5)),
                Entry.judged(failure(1, 2, "acme/shop", "app", "rule", "second fetch"), NOON.plusSeconds(9)),
                Entry.stored(failure(1, 1, "acme/shop", "permission", "person", "first fetch")));
        for (int seed = 0; seed < 16; seed++) {
            List<Entry> shuffled = new ArrayList<>(news);
            shuffled.addAll(news);
            Collections.shuffle(shuffled, new Random(seed));
            try (Shelf shelf = new Shelf(path.resolve("seed-" + seed))) {
                for (Entry entry : shuffled) {
                    shelf.folder.put(entry);
                    if (seed % 2 == 0) {
                        shelf.folder.refresh();
                    }
                }
                shelf.folder.refresh();

                assertThat(shelf.ids("label:permission second is:confirmed"))
                        .as("seed %d", seed)
                        .hasSize(1);
            }
        }
    }

    @Test
    void truthOfTheSameFetch_outlivesALateVerdict() throws IOException {
        try (Shelf shelf = new Shelf(path)) {
            shelf.with(failure(1, 2, "acme/shop", "app", "person", "text"));
            shelf.folder.put(Entry.judged(failure(1, 2, "acme/shop", "infra", "rule", "text"), NOON));
            shelf.folder.put(Entry.judged(failure(1, 1, "acme/shop", "infra", "rule", "older"), NOON));
            shelf.folder.refresh();

            assertThat(shelf.ids("label:app text")).hasSize(1);
        }
    }

    @Test
    void afterACrash_documentsAndNoteAreOfOneAge() throws IOException {
        Path copy = path.resolve("copy");
        try (Shelf shelf = new Shelf(path.resolve("live"))) {
            shelf.with(failure(1, "committed"));
            shelf.folder.commit(Map.of("offset-0", "1"));
            shelf.with(failure(2, "lost"));

            copyWithoutClosing(path.resolve("live"), copy);
        }

        try (Shelf shelf = new Shelf(copy)) {
            assertThat(shelf.ids("")).containsExactly(id(1).hex());
            assertThat(shelf.folder.note()).containsEntry("offset-0", "1");
        }
    }

    @Test
    void closedWithoutCommit_keepsTheLastCommitOnly() throws IOException {
        try (Shelf shelf = new Shelf(path)) {
            shelf.with(failure(1, "committed"));
            shelf.folder.commit(Map.of("offset-0", "1"));
            shelf.with(failure(2, "not committed"));
        }

        try (Shelf shelf = new Shelf(path)) {
            assertThat(shelf.ids("")).containsExactly(id(1).hex());
        }
    }

    @Test
    void corruptIndex_isEmptiedAndHasNoNote() throws IOException {
        try (Shelf shelf = new Shelf(path)) {
            shelf.with(failure(1, "disk"));
            shelf.folder.commit(Map.of("offset-0", "1"));
        }
        for (Path file : files(path)) {
            if (file.getFileName().toString().startsWith("segments_")) {
                Files.write(file, new byte[] {1, 2, 3});
            }
        }

        try (Shelf shelf = new Shelf(path)) {
            assertThat(shelf.ids("")).isEmpty();
            assertThat(shelf.folder.note()).isEmpty();
        }
    }

    @Test
    void missingFile_isCorruptToo() throws IOException {
        try (Shelf shelf = new Shelf(path)) {
            shelf.with(failure(1, "disk"));
            shelf.folder.commit(Map.of("offset-0", "1"));
        }
        for (Path file : files(path)) {
            if (!file.getFileName().toString().startsWith("segments_")) {
                Files.delete(file);
            }
        }

        try (Shelf shelf = new Shelf(path)) {
            assertThat(shelf.folder.note()).isEmpty();
            assertThat(shelf.with(failure(2, "disk")).ids("disk")).hasSize(1);
        }
    }

    @Test
    void indexOfAnotherSchema_isEmptied() throws IOException {
        try (Shelf shelf = new Shelf(path)) {
            shelf.with(failure(1, "disk"));
            shelf.folder.commitAs("0", Map.of("offset-0", "1"));
        }

        try (Shelf shelf = new Shelf(path)) {
            assertThat(shelf.ids("")).isEmpty();
            assertThat(shelf.folder.note()).isEmpty();
        }
    }

    @Test
    void folderOfAnotherProcess_isRefusedInWords() throws IOException {
        try (Shelf shelf = new Shelf(path)) {
            assertThatThrownBy(() -> IndexFolder.open(path))
                    .isInstanceOf(IndexLocked.class)
                    .hasMessageContaining("another whybroke holds the search index in " + path);
            assertThat(shelf.with(failure(1, "disk")).ids("")).hasSize(1);
        }
    }

    private static void copyWithoutClosing(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        for (Path file : files(from)) {
            Files.copy(file, to.resolve(file.getFileName()));
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
