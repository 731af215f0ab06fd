package whybroke.rules.library;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** What a rule and a library are known by. */
final class Hashes {
    private Hashes() {}

    /** Everything an author wrote, remedy included: 64 hex digits. */
    static String content(Rule rule) {
        return sha256(RuleWriter.write(rule) + "\n" + rule.remedy());
    }

    /** What may not change without a new version: 16 hex digits. */
    static String meaning(Rule rule) {
        JsonNode meaning = RuleWriter.meaning(rule);
        return sha256(meaning.toString()).substring(0, 16);
    }

    /** Over all that can change an answer; the rules' order cannot, as they come sorted by id. */
    static LibraryHash library(List<Rule> rules, Confidence confidence) {
        StringBuilder all = new StringBuilder();
        rules.forEach(
                rule -> all.append(rule.id()).append(' ').append(content(rule)).append('\n'));
        return new LibraryHash(sha256(all + confidence.write().toString()));
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
