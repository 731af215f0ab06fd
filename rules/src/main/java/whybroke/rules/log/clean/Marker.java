package whybroke.rules.log.clean;

import static whybroke.rules.log.scan.Ascii.alnum;
import static whybroke.rules.log.scan.Ascii.at;
import static whybroke.rules.log.scan.Ascii.digit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * A control mark of GitLab or Travis that no reader ever saw, because a carriage return and an erase followed it.
 *
 * @param kind what it does
 * @param name of the section
 * @param time null when the mark has none
 * @param end where the mark ends in the line
 */
public record Marker(Kind kind, String name, Instant time, int end) {
    /** What a mark does. */
    public enum Kind {
        OPEN,
        CLOSE,
        /** Nothing but to be taken out: a duration. */
        NOISE
    }

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_OPTIONS = 300;

    /** The mark at this place of the line; null when there is none. */
    public static Marker read(byte[] line, int from, int to) {
        if (to - from < 12 || line[from] != 's' && line[from] != 't') {
            return null;
        }
        if (at(line, from, to, "section_start:")) {
            return gitlab(Kind.OPEN, line, from + "section_start:".length(), to);
        }
        if (at(line, from, to, "section_end:")) {
            return gitlab(Kind.CLOSE, line, from + "section_end:".length(), to);
        }
        if (at(line, from, to, "travis_fold:start:")) {
            return travis(Kind.OPEN, line, from + "travis_fold:start:".length(), to);
        }
        if (at(line, from, to, "travis_fold:end:")) {
            return travis(Kind.CLOSE, line, from + "travis_fold:end:".length(), to);
        }
        return at(line, from, to, "travis_time:") ? duration(line, from, to) : null;
    }

    private static Marker gitlab(Kind kind, byte[] line, int from, int to) {
        int colon = from;
        while (colon < to && colon - from < 12 && digit(line[colon])) {
            colon++;
        }
        if (colon == from || colon == to || line[colon] != ':') {
            return null;
        }
        int end = name(line, colon + 1, to);
        Instant time = Instant.ofEpochSecond(Long.parseLong(text(line, from, colon)));
        return new Marker(kind, text(line, colon + 1, end), time, options(line, end, to));
    }

    private static Marker travis(Kind kind, byte[] line, int from, int to) {
        int end = name(line, from, to);
        return new Marker(kind, text(line, from, end), null, end);
    }

    private static Marker duration(byte[] line, int from, int to) {
        int end = from;
        while (end < to && line[end] != ' ' && line[end] != '\t') {
            end++;
        }
        return new Marker(Kind.NOISE, "", null, end);
    }

    private static int name(byte[] line, int from, int to) {
        int end = from;
        while (end < to && end - from < LONGEST_NAME && (alnum(line[end]) || "_-.".indexOf(line[end]) >= 0)) {
            end++;
        }
        return end;
    }

    /** {@code [collapsed=true,hide_duration=true]} */
    private static int options(byte[] line, int from, int to) {
        if (from == to || line[from] != '[') {
            return from;
        }
        for (int i = from; i < Math.min(to, from + LONGEST_OPTIONS); i++) {
            if (line[i] == ']') {
                return i + 1;
            }
        }
        return from;
    }

    private static String text(byte[] line, int from, int to) {
        return new String(line, from, to - from, StandardCharsets.US_ASCII);
    }
}
