package whybroke.rules.library;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import whybroke.rules.RuleId;

/** A library on disk: {@code <tool>/<slug>/{rule.yaml,remedy.md,samples/*.log}}. */
public record LibraryFolder(Path root) {
    /** Bytes of one file; samples are whole logs. */
    private static final long LARGEST = 8L * 1024 * 1024;

    /** The folders that hold a rule.yaml, in the order of their ids. */
    public List<Path> rules() throws IOException {
        if (!Files.isDirectory(root)) {
            throw new RuleException(root + " is not a library: there is no such folder");
        }
        try (Stream<Path> files = Files.walk(root, 3)) {
            return files.filter(file -> file.endsWith("rule.yaml") && Files.isRegularFile(file))
                    .map(Path::getParent)
                    .sorted(Comparator.comparing(this::id))
                    .toList();
        }
    }

    /** The id that a rule's folder stands for. */
    public String id(Path folder) {
        return root.relativize(folder).toString().replace('\\', '/');
    }

    /** Reads one rule; its id must be its folder's path. */
    public Rule rule(Path folder) throws IOException {
        Path yaml = folder.resolve("rule.yaml");
        Path remedy = folder.resolve("remedy.md");
        Rule rule = Rule.parse(yaml.toString(), text(yaml), Files.exists(remedy) ? text(remedy) : "");
        if (!rule.id().path().equals(id(folder))) {
            throw new RuleException(yaml + " has the id '" + rule.id() + "', but its folder says '" + id(folder)
                    + "'; make them equal");
        }
        return rule;
    }

    public RuleLibrary read() throws IOException {
        List<Rule> rules = new ArrayList<>();
        for (Path folder : rules()) {
            rules.add(rule(folder));
        }
        return RuleLibrary.of(version(), rules, confidence());
    }

    /** All samples of a rule, by name. */
    public List<Path> samples(Path folder) throws IOException {
        Path samples = folder.resolve("samples");
        if (!Files.isDirectory(samples)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(samples)) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .sorted()
                    .toList();
        }
    }

    public Sample sample(Path file) throws IOException {
        String rule = id(file.getParent().getParent());
        return Sample.parse(new RuleId(rule), file.getFileName().toString(), text(file));
    }

    private String version() throws IOException {
        Path file = root.resolve("VERSION");
        return Files.exists(file) ? text(file).strip() : "unversioned";
    }

    private Confidence confidence() throws IOException {
        Path file = root.resolve("confidence.json");
        return Files.exists(file) ? Confidence.read(Bundle.json(file.toString(), text(file))) : Confidence.NONE;
    }

    /** UTF-8, line ends made one. */
    static String text(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new RuleException(file + " is larger than " + LARGEST + " bytes");
        }
        try {
            return Files.readString(file).replace("\r\n", "\n");
        } catch (MalformedInputException wrong) {
            throw new RuleException(file + " is not UTF-8 text", wrong);
        }
    }
}
