package whybroke.rules.library;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import whybroke.rules.RuleId;

/** An immutable set of rules with one identity. */
public final class RuleLibrary {
    private RuleLibrary() {}

    /** The library inside this jar. */
    public static RuleLibrary shipped() {
        throw new UnsupportedOperationException();
    }

    /** A library folder with {@code <tool>/<slug>/rule.yaml} below it; a bad rule is an error that names its file. */
    public static RuleLibrary in(Path folder) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** The one string that travels on {@code whybroke.libraries} and is stored; {@link #parse} reads it back. */
    public String bundle() {
        throw new UnsupportedOperationException();
    }

    public static RuleLibrary parse(String bundle) {
        throw new UnsupportedOperationException();
    }

    public LibraryHash hash() {
        throw new UnsupportedOperationException();
    }

    /** The shipped version in words, {@code 2026.11.0}. */
    public String version() {
        throw new UnsupportedOperationException();
    }

    /** By id. */
    public List<Rule> rules() {
        throw new UnsupportedOperationException();
    }

    public Optional<Rule> rule(RuleId id) {
        throw new UnsupportedOperationException();
    }
}
