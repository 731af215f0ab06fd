package whybroke.rules.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import whybroke.rules.RuleId;

/** The library on the class path below {@code library/}, found through its lock and checked against it. */
final class Shipped {
    private static final String ROOT = "/library/";

    private Shipped() {}

    static RuleLibrary library() {
        String lock = text("library.lock");
        if (lock == null) {
            throw new RuleException(
                    "There is no library/library.lock on the class path; write it with: whybroke rules lock");
        }
        List<Rule> rules = new ArrayList<>();
        Lock.parse(lock).entries().forEach((id, entry) -> rules.add(rule(id, entry)));
        String version = text("VERSION");
        String confidence = text("confidence.json");
        return RuleLibrary.of(
                version == null ? "unversioned" : version.strip(),
                rules,
                confidence == null ? Confidence.NONE : Confidence.read(Bundle.json("confidence.json", confidence)));
    }

    static List<Sample> samples() {
        List<Sample> samples = new ArrayList<>();
        lock().entries()
                .forEach((id, entry) -> entry.samples()
                        .forEach(name ->
                                samples.add(Sample.parse(new RuleId(id), name, text(id + "/samples/" + name)))));
        return samples;
    }

    private static Lock lock() {
        String lock = text("library.lock");
        if (lock == null) {
            throw new RuleException(
                    "There is no library/library.lock on the class path; write it with: whybroke rules lock");
        }
        return Lock.parse(lock);
    }

    private static Rule rule(String id, Lock.Entry entry) {
        String where = "library/" + id + "/rule.yaml";
        String yaml = text(id + "/rule.yaml");
        if (yaml == null) {
            throw new RuleException(where + " is in library.lock but not on the class path");
        }
        String remedy = text(id + "/remedy.md");
        Rule rule = Rule.parse(where, yaml, remedy == null ? "" : remedy);
        if (!Hashes.content(rule).equals(entry.content())) {
            throw new RuleException(where + " is not what library.lock says; run: whybroke rules lock");
        }
        return rule;
    }

    private static String text(String name) {
        try (InputStream in = Shipped.class.getResourceAsStream(ROOT + name)) {
            return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
