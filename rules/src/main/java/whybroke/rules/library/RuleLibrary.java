package whybroke.rules.library;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import whybroke.rules.RuleId;

/** An immutable set of rules with one identity. */
public final class RuleLibrary {
    private final String version;
    private final Map<RuleId, Rule> rules = new LinkedHashMap<>();
    private final Confidence confidence;
    private final LibraryHash hash;

    private RuleLibrary(String version, List<Rule> rules, Confidence confidence) {
        this.version = version;
        this.confidence = confidence;
        rules.stream().sorted(Comparator.comparing(Rule::id)).forEach(rule -> {
            if (this.rules.put(rule.id(), rule) != null) {
                throw new RuleException("The library has two rules with the id '" + rule.id() + "'");
            }
        });
        this.hash = Hashes.library(rules(), confidence);
    }

    /** @throws RuleException when two rules have one id */
    public static RuleLibrary of(String version, List<Rule> rules, Confidence confidence) {
        return new RuleLibrary(version, rules, confidence);
    }

    /** The library inside this jar. */
    public static RuleLibrary shipped() {
        return Shipped.library();
    }

    /** The samples of the library inside this jar, rule by rule. */
    public static List<Sample> shippedSamples() {
        return Shipped.samples();
    }

    /**
     * A library folder with {@code <tool>/<slug>/rule.yaml} below it.
     *
     * @throws RuleException naming the file of the first bad rule
     */
    public static RuleLibrary in(Path folder) throws IOException {
        return new LibraryFolder(folder).read();
    }

    /** The one string that travels on {@code whybroke.libraries} and is stored; {@link #parse} reads it back. */
    public String bundle() {
        return Bundle.write(this);
    }

    /** @throws RuleException when the text is no bundle */
    public static RuleLibrary parse(String bundle) {
        return Bundle.read(bundle);
    }

    public LibraryHash hash() {
        return hash;
    }

    /** The shipped version in words, {@code 2026.11.0}. */
    public String version() {
        return version;
    }

    /** By id. */
    public List<Rule> rules() {
        return List.copyOf(rules.values());
    }

    public Optional<Rule> rule(RuleId id) {
        return Optional.ofNullable(rules.get(id));
    }

    /** What was measured with this library. */
    public Confidence confidence() {
        return confidence;
    }
}
