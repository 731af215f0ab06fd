package whybroke.dashboards.failure;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import whybroke.dashboards.failure.LogView.Bit;

/** Finds what the redactor put in a secret's place, so that a reader sees that something was there. */
final class Redacted {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\[redacted[^\\[\\]]{0,80}\\]");

    private Redacted() {}

    static List<Bit> split(String text) {
        List<Bit> bits = new ArrayList<>();
        Matcher found = PLACEHOLDER.matcher(text);
        int from = 0;
        while (found.find()) {
            add(bits, text.substring(from, found.start()), "plain");
            add(bits, found.group(), "redacted");
            from = found.end();
        }
        add(bits, text.substring(from), "plain");
        return bits;
    }

    private static void add(List<Bit> bits, String text, String kind) {
        if (!text.isEmpty()) {
            bits.add(new Bit(text, kind));
        }
    }
}
