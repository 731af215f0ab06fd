package whybroke.ingest.provider;

import com.google.re2j.Pattern;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import whybroke.rules.match.Phase;

/** What a step is for, by the words of its name. The first that fits in the order of a pipeline; else {@code OTHER}. */
final class Phases {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^a-z0-9]+");
    private static final Map<Phase, Set<String>> WORDS = Map.of(
            Phase.CHECKOUT, Set.of("checkout", "clone"),
            Phase.SETUP, Set.of("setup", "install", "initialize", "cache", "restore", "login", "configure", "prepare"),
            Phase.TEST, Set.of("test", "tests", "testing", "e2e", "pytest", "junit", "jest", "spec", "specs"),
            Phase.DEPLOY, Set.of("deploy", "deployment", "rollout"),
            Phase.PUBLISH, Set.of("publish", "release", "push", "upload"),
            Phase.BUILD, Set.of("build", "compile", "package", "assemble", "lint", "verify"));

    private Phases() {}

    /** @param word of a sender that names phases itself; null or unknown: judged by the name */
    static Phase of(String word, String name) {
        for (Phase phase : Phase.values()) {
            if (phase.name().equalsIgnoreCase(word)) {
                return phase;
            }
        }
        return byName(name);
    }

    static Phase byName(String name) {
        String lower = name == null ? "" : name.toLowerCase(Locale.ROOT);
        if (lower.startsWith("set up ")) {
            return Phase.SETUP;
        }
        Set<String> words = Set.copyOf(java.util.Arrays.asList(BETWEEN_WORDS.split(lower)));
        for (Phase phase :
                new Phase[] {Phase.CHECKOUT, Phase.DEPLOY, Phase.PUBLISH, Phase.SETUP, Phase.TEST, Phase.BUILD}) {
            if (WORDS.get(phase).stream().anyMatch(words::contains)) {
                return phase;
            }
        }
        return Phase.OTHER;
    }
}
