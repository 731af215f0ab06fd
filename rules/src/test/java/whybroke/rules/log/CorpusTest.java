package whybroke.rules.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Real logs, in the folder that WHYBROKE_CORPUS names. */
class CorpusTest {
    private static List<Path> logs() throws IOException {
        String folder = System.getenv("WHYBROKE_CORPUS");
        if (folder == null) {
            System.err.println("NOT TESTED with real logs: set WHYBROKE_CORPUS to the folder of the corpus.");
            Assumptions.abort("WHYBROKE_CORPUS is not set");
        }
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            List<Path> logs = files.filter(file -> file.toString().endsWith(".log"))
                    .sorted()
                    .toList();
            assertThat(logs).as("logs in " + folder).isNotEmpty();
            return logs;
        }
    }

    private static LogLines read(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            return LogLines.of(stream);
        }
    }

    @Test
    void everyLog_isReadAndStoredAndCutAgain() throws IOException {
        for (Path file : logs()) {
            LogLines log = read(file);

            assertThat(log.kind()).as(file.toString()).isEqualTo(LogKind.TEXT);
            assertThat(log.rawBytes()).isEqualTo(Files.size(file));
            assertThat(LogLines.of(log.image())).as(file.toString()).isEqualTo(log);
            assertThat(log.cutTo(10_000).utf8()).as(file.toString()).hasSizeLessThanOrEqualTo(10_000);
        }
    }

    @Test
    void ordinaryLines_areHardlyEverRedacted() throws IOException {
        long lines = 0;
        List<String> touched = new ArrayList<>();
        for (Path file : logs()) {
            LogLines log = read(file);
            lines += log.size();
            Read.lines(log).stream().filter(line -> line.contains("[redacted:")).forEach(touched::add);
        }
        assertThat(touched.size()).as("of %d lines: %s", lines, touched).isLessThanOrEqualTo((int) (lines / 1000));
    }
}
