package whybroke.rules.match;

import java.util.Map;
import whybroke.rules.Blame;
import whybroke.rules.Fingerprint;
import whybroke.rules.Label;
import whybroke.rules.RuleId;

/**
 * One rule's evidence in one log.
 *
 * @param rule whose
 * @param version of the rule
 * @param shadow the rule counts but does not label
 * @param label what it says
 * @param blame who it says
 * @param tier how close to the root
 * @param evidence what it rests on: the word line, the word lines (a sequence, or several near each other), or the word fact
 * @param line index of the deciding kept line, -1 when the evidence is a fact
 * @param rawLine its 1-based number in the raw log, 0 when the evidence is a fact
 * @param text the deciding line (at most 500 characters), or the fact in words
 * @param captures named groups, each at most 200 characters, with their spans lost
 * @param fingerprint of (rule, scope, captures)
 * @param lost why it did not decide, null for the deciding hit: {@code step passed}, {@code step may fail}, {@code clean-up},
 *     {@code test output}, {@code recovered}, {@code lower tier}, {@code later}, {@code less specific} (same line, another
 *     rule says more), {@code contradicted} (same line, nothing tells which is right), {@code wrapper} (may group, not
 *     label), {@code shadow}
 */
public record Hit(
        RuleId rule,
        int version,
        boolean shadow,
        Label label,
        Blame blame,
        Tier tier,
        String evidence,
        int line,
        int rawLine,
        String text,
        Map<String, String> captures,
        Fingerprint fingerprint,
        String lost) {}
