package whybroke.dashboards.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.CRC32;

/** Style sheets and script may be kept by browsers for long: their address changes with their content. */
@ApplicationScoped
public class Assets {
    private static final String[] FILES = {"tokens.css", "whybroke.css", "keys.js", "again.js"};

    private final String version = checksum();

    /** Eight hex digits. */
    public String version() {
        return version;
    }

    private static String checksum() {
        CRC32 sum = new CRC32();
        for (String file : FILES) {
            try (InputStream in = Assets.class.getResourceAsStream("/META-INF/resources/assets/" + file)) {
                sum.update(in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return String.format("%08x", sum.getValue());
    }
}
