package whybroke.rules.library;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The content of library.lock: for each rule its version, what it means (matches and says) and all its content. It is also
 * the table of contents by which the library inside a jar is read.
 */
public record Lock(Map<String, Entry> entries) {
    private static final String HEADER =
            "# id version meaning content samples: written by 'whybroke rules lock', do not edit";

    /**
     * @param meaning hash of what may not change without a new version
     * @param content hash of all that the author wrote
     * @param samples file names, sorted
     */
    public record Entry(int version, String meaning, String content, List<String> samples) {
        public Entry {
            samples = List.copyOf(samples);
        }

        static Entry of(Rule rule, List<String> samples) {
            return new Entry(rule.version(), Hashes.meaning(rule), Hashes.content(rule), samples);
        }
    }

    /** What the lock of a library on disk should hold. */
    public static Lock of(LibraryFolder library) throws IOException {
        Map<String, Entry> entries = new TreeMap<>();
        for (Path folder : library.rules()) {
            List<String> samples = library.samples(folder).stream()
                    .map(file -> file.getFileName().toString())
                    .toList();
            entries.put(library.id(folder), Entry.of(library.rule(folder), samples));
        }
        return new Lock(entries);
    }

    /** @throws RuleException when a line is not at least four words */
    public static Lock parse(String text) {
        Map<String, Entry> entries = new TreeMap<>();
        text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
            List<String> words = List.of(line.strip().split(" +", -1));
            if (words.size() < 4 || !words.get(1).matches("[1-9][0-9]{0,8}")) {
                throw new RuleException(
                        "library.lock cannot be read at '" + line + "'; write it with: whybroke rules lock");
            }
            entries.put(
                    words.get(0),
                    new Entry(
                            Integer.parseInt(words.get(1)),
                            words.get(2),
                            words.get(3),
                            words.subList(4, words.size())));
        });
        return new Lock(entries);
    }

    public String text() {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        entries.forEach((id, entry) -> text.append("%s %d %s %s %s"
                        .formatted(
                                id,
                                entry.version(),
                                entry.meaning(),
                                entry.content(),
                                String.join(" ", entry.samples()))
                        .strip())
                .append('\n'));
        return text.toString();
    }

    /** What keeps {@code now} from being locked over this lock: a changed meaning without a new version. */
    public List<Finding> unversioned(Lock now) {
        List<Finding> findings = new ArrayList<>();
        now.entries.forEach((id, entry) -> {
            Entry old = entries.get(id);
            if (old == null) {
                return;
            } else if (entry.version() < old.version()) {
                findings.add(new Finding(
                        id,
                        "went back from version " + old.version() + " to " + entry.version()
                                + "; versions only go up, so give it version " + (old.version() + 1)));
            } else if (!old.meaning().equals(entry.meaning()) && entry.version() == old.version()) {
                findings.add(new Finding(
                        id,
                        "changed what it matches or says while its version stayed " + entry.version()
                                + "; raise the version to " + (old.version() + 1)));
            }
        });
        return findings;
    }

    /** All in which the library differs from this lock. */
    public List<Finding> check(Lock now) {
        List<Finding> findings = new ArrayList<>(unversioned(now));
        Set<String> named = new HashSet<>();
        findings.forEach(finding -> named.add(finding.rule()));
        now.entries.forEach((id, entry) -> {
            if (!entry.equals(entries.get(id)) && named.add(id)) {
                findings.add(new Finding(id, "is not as library.lock has it; run: whybroke rules lock"));
            }
        });
        entries.keySet().stream()
                .filter(id -> !now.entries.containsKey(id))
                .forEach(id -> findings.add(new Finding(
                        id, "is in library.lock but not in the library; retire a rule instead of deleting it")));
        return findings;
    }
}
