package whybroke.rules.library;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a whole library and says in sentences what is wrong with it; a library without findings can be shipped. */
public final class Lint {
    private final LibraryFolder library;
    private final List<Finding> findings = new ArrayList<>();

    private Lint(LibraryFolder library) {
        this.library = library;
    }

    /** Rules, patterns and samples; the lock is checked apart, see {@link Lock}. */
    public static List<Finding> check(LibraryFolder library) throws IOException {
        Lint lint = new Lint(library);
        List<Rule> sound = new ArrayList<>();
        for (Path folder : library.rules()) {
            lint.rule(folder).ifPresent(sound::add);
        }
        lint.samples(sound);
        return List.copyOf(lint.findings);
    }

    /** The rule when it can be read and matched with. */
    private Optional<Rule> rule(Path folder) throws IOException {
        String id = library.id(folder);
        int before = findings.size();
        Rule rule;
        try {
            rule = library.rule(folder);
        } catch (RuleException wrong) {
            findings.add(new Finding(id, "cannot be read: " + wrong.getMessage()));
            return Optional.empty();
        }
        Path yaml = folder.resolve("rule.yaml");
        SchemaLint.check(Yaml.read(yaml.toString(), LibraryFolder.text(yaml))).forEach(sentence -> add(id, sentence));
        PatternLint.check(rule).forEach(sentence -> add(id, sentence));
        boolean sound = findings.size() == before;
        completeness(id, rule, library.samples(folder));
        return sound ? Optional.of(rule) : Optional.empty();
    }

    private void completeness(String id, Rule rule, List<Path> samples) {
        if (rule.remedy().isBlank()) {
            add(id, "has no remedy; write remedy.md: what the reader should do now");
        }
        if (rule.proof().isBlank()) {
            add(
                    id,
                    "gives the label " + rule.label().word()
                            + " without proof; say in 'proof' which command wrote the sample, or where the message lives in the source");
        }
        if (samples.stream().noneMatch(file -> file.getFileName().toString().startsWith("hit-"))) {
            add(id, "has no hit sample; put a log that it must win into samples/hit-<what>.log");
        }
        if (samples.stream().noneMatch(file -> file.getFileName().toString().startsWith("miss-"))) {
            add(id, "has no miss sample; put a near miss that it must not win into samples/miss-<what>.log");
        }
    }

    /** With all sound rules loaded, so that a rule which another one shadows shows on its own sample. */
    private void samples(List<Rule> sound) throws IOException {
        SampleCheck check = new SampleCheck(RuleLibrary.of("lint", sound, Confidence.NONE));
        for (Rule rule : sound) {
            if (rule.status() != Rule.Status.RETIRED) {
                for (Path file :
                        library.samples(library.root().resolve(rule.id().path()))) {
                    sample(check, file);
                }
            }
        }
    }

    private void sample(SampleCheck check, Path file) throws IOException {
        try {
            check.check(library.sample(file)).ifPresent(findings::add);
        } catch (RuleException wrong) {
            findings.add(new Finding(library.id(file), "cannot be read: " + wrong.getMessage()));
        }
    }

    private void add(String id, String sentence) {
        findings.add(new Finding(id, sentence));
    }
}
