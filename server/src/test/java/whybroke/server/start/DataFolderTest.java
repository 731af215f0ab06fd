package whybroke.server.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    Path folder;

    @Test
    void secret_isDrawnOnceAndKept() throws IOException {
        String first;
        try (DataFolder data = DataFolder.open(folder)) {
            first = data.secret("password");
        }

        try (DataFolder again = DataFolder.open(folder)) {
            assertThat(again.secret("password")).isEqualTo(first).hasSizeGreaterThan(40);
            assertThat(again.secret("other")).isNotEqualTo(first);
        }
    }

    @Test
    void log_keepsTheOneBefore() throws IOException {
        try (DataFolder data = DataFolder.open(folder)) {
            Files.writeString(data.log("service"), "first");
            Files.writeString(data.log("service"), "second");

            assertThat(folder.resolve("logs/service.old.log")).hasContent("first");
            assertThat(folder.resolve("logs/service.log")).hasContent("second");
        }
    }

    @Test
    void aFileInItsPlace_isRefusedInOneSentence() throws IOException {
        Path file = Files.writeString(folder.resolve("taken"), "");

        assertThatThrownBy(() -> DataFolder.open(file))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("--data")
                .hasMessageNotContaining("\n");
    }
}
