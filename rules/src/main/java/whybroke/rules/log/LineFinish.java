package whybroke.rules.log;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import whybroke.rules.log.clean.LineBuffer;
import whybroke.rules.log.redact.Redactor;
import whybroke.rules.log.scan.Ascii;

/**
 * The last steps of a line: white space at its end goes, secrets are replaced, and what is too long loses its middle:
 * {@code start [cut: 1234 more bytes] end}. Secrets go first, so none is cut in half.
 */
final class LineFinish {
    private final Redactor redactor = new Redactor();
    private final int most;
    private byte[] text;
    private int from;
    private int length;
    private boolean alarm;

    LineFinish(int most) {
        this.most = most;
    }

    /** Finishes the line from this place of the buffer on; the result stays until the next call. */
    void finish(LineBuffer line, int at) {
        if (line.isLong()) {
            finishLong(line, at);
            return;
        }
        text = line.bytes();
        from = at;
        length = trimmed(text, at, line.length()) - at;
        redact();
        if (length > most) {
            cut(text, from, length, 0, text, from, length);
        }
    }

    private void redact() {
        int interest = Interest.of(text, from, from + length);
        alarm = Interest.isAlarm(interest);
        if (redactor.isInKey() || Interest.isSecret(interest)) {
            byte[] clean = redactor.redact(text, from, from + length);
            if (clean != null) {
                text = clean;
                from = 0;
                length = clean.length;
            }
        }
    }

    /** Start and end of a very long line are judged apart; of the end only what surely begins outside a word. */
    private void finishLong(LineBuffer line, int at) {
        text = line.bytes();
        from = at;
        length = line.length() - at;
        byte[] end = line.end();
        long lost = line.lost();
        if (lost == 0) {
            joinEnd(end);
            redact();
            cut(text, from, length, 0, text, from, length);
            return;
        }
        redact();
        boolean alarmAtStart = alarm;
        byte[] start = text;
        int startFrom = from;
        int startLength = length;
        text = end;
        from = wordStart(end);
        length = Math.max(0, trimmed(end, 0, end.length) - from);
        lost += from;
        redact();
        alarm |= alarmAtStart;
        cut(start, startFrom, startLength, lost, text, from, length);
    }

    private void joinEnd(byte[] end) {
        byte[] whole = new byte[length + end.length];
        System.arraycopy(text, from, whole, 0, length);
        System.arraycopy(end, 0, whole, length, end.length);
        text = whole;
        from = 0;
        length = trimmed(whole, 0, whole.length);
    }

    /** Keeps the first three quarters of what is allowed from the start and the last quarter from the end. */
    private void cut(byte[] start, int startFrom, int startLength, long lost, byte[] end, int endFrom, int endLength) {
        boolean same = start == end;
        int room = most - " [cut: 9223372036854775807 more bytes] ".length();
        int first = characterBefore(start, startFrom, startFrom + Math.min(startLength, room - room / 4));
        int last = characterAfter(end, endFrom + endLength - Math.min(endLength, room / 4), endFrom + endLength);
        if (same && length <= most) {
            return;
        }
        long between = same ? last - first : (startFrom + startLength - first) + lost + (last - endFrom);
        ByteArrayOutputStream out = new ByteArrayOutputStream(most);
        out.write(start, startFrom, first - startFrom);
        out.writeBytes((" [cut: " + between + " more bytes] ").getBytes(StandardCharsets.US_ASCII));
        out.write(end, last, endFrom + endLength - last);
        text = out.toByteArray();
        from = 0;
        length = text.length;
    }

    private static int characterBefore(byte[] text, int from, int at) {
        int i = at;
        while (i > from && i < text.length && (text[i] & 0xc0) == 0x80) {
            i--;
        }
        return i;
    }

    private static int characterAfter(byte[] text, int at, int to) {
        int i = at;
        while (i < to && (text[i] & 0xc0) == 0x80) {
            i++;
        }
        return i;
    }

    private static int trimmed(byte[] text, int from, int to) {
        int end = to;
        while (end > from && Ascii.blank(text[end - 1])) {
            end--;
        }
        return end;
    }

    private static int wordStart(byte[] text) {
        for (int i = 0; i < text.length; i++) {
            if (Ascii.blank(text[i])) {
                return i;
            }
        }
        return text.length;
    }

    /** Redacts a name that is not part of any line's text. */
    String redacted(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        byte[] clean = new Redactor().redact(bytes, 0, bytes.length);
        return clean == null ? name : new String(clean, StandardCharsets.UTF_8);
    }

    byte[] text() {
        return text;
    }

    int from() {
        return from;
    }

    int length() {
        return length;
    }

    boolean isAlarm() {
        return alarm;
    }

    int redactions() {
        return redactor.count();
    }
}
