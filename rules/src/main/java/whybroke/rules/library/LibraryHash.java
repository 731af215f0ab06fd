package whybroke.rules.library;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The identity of a published library: SHA-256 over its rules' contents.
 *
 * @param hex 64 lower-case hex digits
 */
public record LibraryHash(@JsonValue String hex) {
    @JsonCreator
    public LibraryHash {
        if (hex == null || !hex.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("a library hash is 64 hex digits, not '" + hex + "'");
        }
    }

    /** The first 12 digits, for people. */
    public String brief() {
        return hex.substring(0, 12);
    }

    @Override
    public String toString() {
        return hex;
    }
}
