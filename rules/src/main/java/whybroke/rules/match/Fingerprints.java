package whybroke.rules.match;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import whybroke.rules.Fingerprint;
import whybroke.rules.library.Rule;
import whybroke.rules.library.Scope;

/** Makes the identities of causes. */
final class Fingerprints {
    private Fingerprints() {}

    /** Of (rule, scope, captures); the rule's version is no part of it. */
    static Fingerprint of(Rule rule, JobFacts facts, Map<String, String> captures) {
        String scope = rule.scope().cause() == Scope.OfCause.REPOSITORY && facts.repository() != null
                ? facts.repository()
                : "";
        return hash("rule", rule.id().path(), scope, filled(rule.fingerprint(), captures));
    }

    /** Of the most telling line of a log that no rule labels; the same in every repository, so that a burst is one. */
    static Fingerprint of(String template) {
        return hash("template", template);
    }

    /** A template with its captures put in; a capture that took no part is left out. */
    private static String filled(String template, Map<String, String> captures) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', at)) {
            int close = template.indexOf('}', open);
            if (close < 0) {
                break;
            }
            text.append(template, at, open).append(captures.getOrDefault(template.substring(open + 1, close), ""));
            at = close + 1;
        }
        return text.append(template, at, template.length()).toString();
    }

    private static Fingerprint hash(String... parts) {
        try {
            byte[] text = String.join("\n", parts).getBytes(StandardCharsets.UTF_8);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
            return new Fingerprint(HexFormat.of().formatHex(digest, 0, 8));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
