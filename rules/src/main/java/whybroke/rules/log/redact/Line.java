package whybroke.rules.log.redact;

import java.nio.charset.StandardCharsets;
import whybroke.rules.log.scan.Ascii;

/** The bytes of one line, somewhere in an array. */
record Line(byte[] text, int from, int to) {
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
}
