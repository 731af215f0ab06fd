package whybroke.ingest.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static whybroke.ingest.Samples.utf8;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpoolTest {
    private static final long LARGE = 1_000_000;

    @TempDir
    Path folder;

    @Test
    void deliveries_comeOutOldestFirst() throws IOException {
        try (Spool spool = Spool.open(folder, LARGE, 200)) {
            append(spool, 0, 50);

            assertThat(drained(spool)).isEqualTo(keys(0, 50));
            assertThat(spool.bytes()).isZero();
            assertThat(files()).isEmpty();
        }
    }

    @Test
    void deliveryThatIsNotRemoved_isOfferedAgain() throws IOException {
        try (Spool spool = Spool.open(folder, LARGE, LARGE)) {
            append(spool, 0, 2);

            assertThat(spool.oldest().orElseThrow().key()).isEqualTo("key-0");
            assertThat(spool.oldest().orElseThrow().key()).isEqualTo("key-0");
            assertThat(spool.oldest().orElseThrow().value()).isEqualTo(utf8("value-0"));
        }
    }

    @Test
    void newDeliveries_waitBehindOlderOnes() throws IOException {
        try (Spool spool = Spool.open(folder, LARGE, LARGE)) {
            append(spool, 0, 2);
            spool.oldest();
            append(spool, 2, 4);

            assertThat(drained(spool)).isEqualTo(keys(0, 4));
        }
    }

    @Test
    void processKilledInTheMiddle_losesNothing() throws IOException {
        Spool killed = Spool.open(folder.resolve("a"), LARGE, 300);
        append(killed, 0, 20);
        killed.oldest();
        killed.removeOldest();
        copy(folder.resolve("a"), folder.resolve("b"));

        try (Spool again = Spool.open(folder.resolve("b"), LARGE, 300)) {
            append(again, 20, 22);

            assertThat(drained(again)).containsSubsequence(keys(1, 22));
        }
        killed.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 11, 12, 13, 20, 28})
    void tornLastDelivery_isLeftOutAndTheOthersAreNot(int missing) throws IOException {
        try (Spool spool = Spool.open(folder, LARGE, LARGE)) {
            append(spool, 0, 3);
        }
        Path file = files().getFirst();
        try (RandomAccessFile torn = new RandomAccessFile(file.toFile(), "rw")) {
            torn.setLength(torn.length() - missing);
        }

        try (Spool again = Spool.open(folder, LARGE, LARGE)) {
            append(again, 7, 8);

            assertThat(drained(again)).containsExactly("key-0", "key-1", "key-7");
            assertThat(files()).isEmpty();
        }
    }

    @Test
    void damagedFile_givesWhatIsBeforeAndIsKeptAside() throws IOException {
        try (Spool spool = Spool.open(folder, LARGE, LARGE)) {
            append(spool, 0, 3);
        }
        byte[] bytes = Files.readAllBytes(files().getFirst());
        bytes[bytes.length / 3 + 20] ^= 1;
        Files.write(files().getFirst(), bytes);

        try (Spool again = Spool.open(folder, LARGE, LARGE)) {
            append(again, 7, 8);

            assertThat(drained(again)).containsExactly("key-0", "key-7");
            assertThat(files()).singleElement().asString().endsWith(".spool.damaged");
        }
    }

    @Test
    void fullSpool_refusesAndGoesOnWhenThereIsRoom() throws IOException {
        try (Spool spool = Spool.open(folder, 300, 100)) {
            assertThatThrownBy(() -> append(spool, 0, 100))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("full");
            List<String> kept = drained(spool);
            assertThat(kept).isNotEmpty().isEqualTo(keys(0, kept.size()));

            append(spool, 50, 51);

            assertThat(drained(spool)).containsExactly("key-50");
        }
    }

    @Test
    void bytesOfBefore_countAfterAStart() throws IOException {
        try (Spool spool = Spool.open(folder, 300, 100)) {
            append(spool, 0, 5);
        }
        try (Spool again = Spool.open(folder, 300, 100)) {
            assertThat(again.bytes()).isPositive();
            assertThatThrownBy(() -> append(again, 5, 100)).hasMessageContaining("full");
        }
    }

    @Test
    void manyAtOnce_areAllKept() throws Exception {
        try (Spool spool = Spool.open(folder, LARGE, 500)) {
            List<String> failed = new CopyOnWriteArrayList<>();
            List<Thread> writers = IntStream.range(0, 40)
                    .mapToObj(i -> Thread.ofVirtual().start(() -> {
                        try {
                            append(spool, i, i + 1);
                        } catch (IOException e) {
                            failed.add(e.toString());
                        }
                    }))
                    .toList();
            for (Thread writer : writers) {
                writer.join();
            }

            assertThat(failed).isEmpty();
            assertThat(drained(spool)).containsExactlyInAnyOrderElementsOf(keys(0, 40));
        }
    }

    private static void append(Spool spool, int from, int to) throws IOException {
        for (int i = from; i < to; i++) {
            spool.append(new SpoolEntry("key-" + i, utf8("value-" + i)));
        }
    }

    private static List<String> drained(Spool spool) throws IOException {
        List<String> keys = new ArrayList<>();
        for (Optional<SpoolEntry> next = spool.oldest(); next.isPresent(); next = spool.oldest()) {
            keys.add(next.get().key());
            spool.removeOldest();
        }
        return keys;
    }

    private static List<String> keys(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "key-" + i).toList();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted(Comparator.naturalOrder()).toList();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }
}
