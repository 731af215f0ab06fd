package whybroke.rules;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What does not vary between two failures of one cause. For a labelled failure it is built from rule id, scope and
 * captures, for an unlabelled one from the masked template of its most telling line.
 *
 * @param hash 16 lower-case hex digits
 */
public record Fingerprint(@JsonValue String hash) {
    @JsonCreator
    public Fingerprint {
        if (hash == null || !hash.matches("[0-9a-f]{16}")) {
            throw new IllegalArgumentException("a fingerprint is 16 hex digits, not '" + hash + "'");
        }
    }

    @Override
    public String toString() {
        return hash;
    }
}
