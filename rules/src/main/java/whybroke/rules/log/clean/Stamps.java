package whybroke.rules.log.clean;

import static whybroke.rules.log.scan.Ascii.at;
import static whybroke.rules.log.scan.Ascii.digit;
import static whybroke.rules.log.scan.Ascii.hex;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * Finds the time that the CI system, not the tool, wrote at the start of a line. Only shapes that no tool uses are taken
 * on sight: seven fraction digits (GitHub, Azure), the 32 characters of GitLab, eight or nine fraction digits (Docker,
 * Kubernetes). Shapes that tools use too are taken when the whole log carries them: decided at its first line with text,
 * for Jenkins also at a line only Jenkins writes.
 */
public final class Stamps {
    private enum Style {
        UNDECIDED,
        PLAIN,
        JENKINS_CLOCK,
        JENKINS_ISO,
        GITHUB_CLI
    }

    private static final int ISO = "2026-11-20T15:23:28".length();
    private static final int CLOCK = "15:23:28  ".length();
    private static final int NAMES_OF_GITHUB_CLI = 300;

    private Style style = Style.UNDECIDED;
    private boolean nano;
    private boolean gitlab;
    private boolean continues;
    private byte[] line;
    private int from;
    private int to;

    /** Bytes at the start of the line that are the CI system's; 0 when there are none. */
    public int strip(byte[] text, int length) {
        line = text;
        from = 0;
        to = 0;
        gitlab = false;
        continues = false;
        if (style == Style.UNDECIDED && hasText(text, length)) {
            style = styleOf(text, length);
        }
        int known = iso(length, 0);
        if (known > 0 || style == Style.PLAIN) {
            if (known == 0) {
                seeJenkins(length);
            }
            return known;
        }
        return switch (style) {
            case JENKINS_CLOCK -> clock(length) ? CLOCK : 0;
            case JENKINS_ISO -> bracketed(length);
            case GITHUB_CLI -> afterNames(length);
            case PLAIN, UNDECIDED -> 0;
        };
    }

    /** True when GitLab says that the line just seen goes on with the one before. */
    public boolean continues() {
        return continues;
    }

    /** True when the line just seen carries GitLab's prefix, so that the next one may continue it. */
    public boolean mayBeContinued() {
        return gitlab;
    }

    /** The time of the line just seen; null when it has none with a date. */
    public Instant time() {
        if (to <= from) {
            return null;
        }
        try {
            return OffsetDateTime.parse(new String(line, from, to - from, StandardCharsets.US_ASCII))
                    .toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static boolean hasText(byte[] text, int length) {
        for (int i = 0; i < length; i++) {
            if (text[i] != ' ' && text[i] != '\t') {
                return true;
            }
        }
        return false;
    }

    private Style styleOf(byte[] text, int length) {
        if (clock(length)) {
            return Style.JENKINS_CLOCK;
        }
        if (bracketed(length) > 0) {
            return Style.JENKINS_ISO;
        }
        return afterNames(length) > 0 ? Style.GITHUB_CLI : Style.PLAIN;
    }

    private void seeJenkins(int length) {
        if (length > 0 && line[0] == '[' && at(line, 0, length, "[Pipeline] ")) {
            style = Style.JENKINS_ISO;
        }
    }

    private int iso(int length, int start) {
        int fraction = fractionDigits(length, start);
        if (fraction < 0) {
            nano = false;
            return 0;
        }
        int zone = start + ISO + (fraction == 0 ? 0 : 1 + fraction);
        int end = zone < length && line[zone] == 'Z' ? zone + 1 : offset(length, zone);
        boolean utc = end == zone + 1;
        if (utc && fraction == 6 && gitlabRest(length, end)) {
            gitlab = true;
            continues = line[end + 4] == '+';
            return stamp(start, end, end + 5);
        }
        boolean ends = end == length || end > 0 && end < length && line[end] == ' ';
        if (!ends) {
            return 0;
        }
        nano = nano || fraction >= 8;
        return nano || utc && fraction == 7 ? stamp(start, end, Math.min(end + 1, length)) : 0;
    }

    private int stamp(int start, int end, int stripped) {
        from = start;
        to = end;
        return stripped;
    }

    private int fractionDigits(int length, int start) {
        if (length - start < ISO + 1 || !date(start) || line[start + 10] != 'T' || !time(start + 11)) {
            return -1;
        }
        if (line[start + ISO] != '.') {
            return 0;
        }
        int i = start + ISO + 1;
        while (i < length && i - start - ISO <= 9 && digit(line[i])) {
            i++;
        }
        return i - start - ISO - 1;
    }

    private boolean date(int start) {
        return digits(start, 4)
                && line[start + 4] == '-'
                && digits(start + 5, 2)
                && line[start + 7] == '-'
                && digits(start + 8, 2);
    }

    private boolean time(int start) {
        return digits(start, 2)
                && line[start + 2] == ':'
                && digits(start + 3, 2)
                && line[start + 5] == ':'
                && digits(start + 6, 2);
    }

    private boolean digits(int start, int count) {
        for (int i = start; i < start + count; i++) {
            if (!digit(line[i])) {
                return false;
            }
        }
        return true;
    }

    private int offset(int length, int zone) {
        boolean signed = zone + 6 <= length && (line[zone] == '+' || line[zone] == '-');
        return signed && digits(zone + 1, 2) && line[zone + 3] == ':' && digits(zone + 4, 2) ? zone + 6 : -1;
    }

    private boolean gitlabRest(int length, int end) {
        return end + 5 <= length
                && line[end] == ' '
                && hex(line[end + 1])
                && hex(line[end + 2])
                && (line[end + 3] == 'O' || line[end + 3] == 'E')
                && (line[end + 4] == '+' || line[end + 4] == ' ');
    }

    private boolean clock(int length) {
        return length >= CLOCK && time(0) && line[8] == ' ' && line[9] == ' ';
    }

    private int bracketed(int length) {
        int close = 1 + ISO + 5;
        boolean here = length > close
                && line[0] == '['
                && fractionDigits(length, 1) == 3
                && line[close - 1] == 'Z'
                && line[close] == ']';
        if (!here) {
            return 0;
        }
        int end = close + 1;
        return stamp(1, close, end < length && line[end] == ' ' ? end + 1 : end);
    }

    /** {@code job<TAB>step<TAB>time text}, as GitHub's command line prints a run's log. */
    private int afterNames(int length) {
        int tabs = 0;
        for (int i = 0; i < Math.min(length, NAMES_OF_GITHUB_CLI); i++) {
            if (line[i] == '\t' && ++tabs == 2) {
                return fractionDigits(length, i + 1) == 7 ? iso(length, i + 1) : 0;
            }
        }
        return 0;
    }
}
