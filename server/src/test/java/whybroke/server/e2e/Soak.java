package whybroke.server.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Long tests run short unless {@code -Dwhybroke.soak=true}; at full length they leave a dated result. */
final class Soak {
    static final boolean ON = Boolean.getBoolean("whybroke.soak");

    private Soak() {}

    static void note(String sentence) throws IOException {
        System.out.println(sentence);
        if (ON) {
            Path file =
                    Files.createDirectories(Path.of("../soak-results")).resolve(LocalDate.now(ZoneOffset.UTC) + ".md");
            Files.writeString(file, "- " + sentence + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }
}
