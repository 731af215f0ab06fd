package whybroke.rules;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** A rule's identity: its path below the library, {@code <tool>/<slug>}, for example {@code maven/artifact-not-found}. */
public record RuleId(@JsonValue String path) implements Comparable<RuleId> {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}/[a-z0-9][a-z0-9-]{0,79}");

    @JsonCreator
    public RuleId {
        if (path == null || !FORM.matcher(path).matches()) {
            throw new IllegalArgumentException(
                    "'" + path + "' is not a rule id; it must look like maven/artifact-not-found");
        }
    }

    /** The tool that writes the text, for example {@code maven}. */
    public String tool() {
        return path.substring(0, path.indexOf('/'));
    }

    @Override
    public int compareTo(RuleId other) {
        return path.compareTo(other.path);
    }

    @Override
    public String toString() {
        return path;
    }
}
