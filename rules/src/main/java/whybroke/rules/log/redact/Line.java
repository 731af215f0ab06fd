package whybroke.rules.log.redact;

import java.nio.charset.StandardCharsets;
import whybroke.rules.log.scan.Ascii;

/** The bytes of one line, somewhere in an array. */
final class Line {
    private static final int JUDGED = 256;

    private final byte[] text;
    private final int from;
    private final int to;
    /** For each alphabet the last run looked at, so that no byte is walked over twice. */
    private final int[] runFrom = new int[Alphabet.values().length];

    private final int[] runTo = new int[Alphabet.values().length];

    Line(byte[] text, int from, int to) {
        this.text = text;
        this.from = from;
        this.to = to;
    }

    byte[] text() {
        return text;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    /** The byte at this place; 0 outside the line. */
    int at(int index) {
        return index >= from && index < to ? text[index] : 0;
    }

    boolean has(int index, String word) {
        return index >= from && Ascii.at(text, index, to, word);
    }

    /** True when the lower-case word stands here in any case. */
    boolean hasFolded(int index, String word) {
        return index >= from && Ascii.atFolded(text, index, to, word);
    }

    /** True when the lower-case word stands in the so many bytes before this place. */
    boolean hasBefore(int index, int bytes, String word) {
        return Ascii.has(text, Math.max(from, index - bytes), index, word);
    }

    /** Where the run of such bytes ends that this place is in. */
    int run(int index, Alphabet alphabet) {
        int kind = alphabet.ordinal();
        if (index >= runFrom[kind] && index < runTo[kind]) {
            return runTo[kind];
        }
        int i = index;
        while (i < to && alphabet.has(text[i])) {
            i++;
        }
        runFrom[kind] = index;
        runTo[kind] = i;
        return i;
    }

    int skipBlanks(int index) {
        int i = index;
        while (i < to && Ascii.blank(text[i])) {
            i++;
        }
        return i;
    }

    /** The end of the word that starts here: the next blank or the line's end. */
    int wordEnd(int index) {
        int i = index;
        while (i < to && !Ascii.blank(text[i])) {
            i++;
        }
        return i;
    }

    /** Bytes as characters, one for one. */
    String string(int start, int end) {
        return new String(text, start, end - start, StandardCharsets.ISO_8859_1);
    }

    /** What a value is judged by: its first {@value #JUDGED} bytes. */
    String beginning(int start, int end) {
        return string(start, Math.min(end, start + JUDGED));
    }
}
