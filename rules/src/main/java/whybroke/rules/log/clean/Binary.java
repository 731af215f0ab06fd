package whybroke.rules.log.clean;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Tells text from what is none, by how a stream begins. */
final class Binary {
    private static final String[] MAGIC = {
        "1f8b08", // gzip
        "504b0304", // zip, jar
        "504b0506", // zip without entries
        "28b52ffd", // zstd
        "fd377a585a00", // xz
        "377abcaf271c", // 7z
        "7f454c46", // ELF
        "89504e470d0a1a0a", // PNG
        "cafebabe", // class file
        "ffd8ff", // JPEG
        "47494638", // GIF
    };
    /** One in so many bytes, NULs aside, is a control character that text does not have: random bytes have one in 9. */
    private static final int CONTROL_SHARE = 32;

    private static final int FEWEST_CONTROLS = 8;

    private Binary() {}

    static boolean looksLike(byte[] sample) {
        int controls = 0;
        int others = 0;
        for (byte b : sample) {
            if (b != 0) {
                others++;
                controls += isForeign(b) ? 1 : 0;
            }
        }
        return hasMagic(sample) || controls >= FEWEST_CONTROLS && controls * CONTROL_SHARE > others;
    }

    private static boolean isForeign(byte b) {
        boolean terminal = b == '\t' || b == '\n' || b == '\r' || b == '\b' || b == 0x07 || b == 0x0c || b == 0x1b;
        return (b > 0 && b < ' ' || b == 0x7f) && !terminal;
    }

    private static boolean hasMagic(byte[] sample) {
        for (String magic : MAGIC) {
            if (starts(sample, magic)) {
                return true;
            }
        }
        return false;
    }

    private static boolean starts(byte[] sample, String hex) {
        if (sample.length < hex.length() / 2) {
            return false;
        }
        for (int i = 0; i < hex.length() / 2; i++) {
            if ((sample[i] & 0xff) != Integer.parseInt(hex.substring(2 * i, 2 * i + 2), 16)) {
                return false;
            }
        }
        return true;
    }

    /** UTF-16 when the sample begins with its byte order mark, else null. */
    static Charset byteOrder(byte[] sample) {
        if (sample.length >= 2 && sample[0] == (byte) 0xff && sample[1] == (byte) 0xfe) {
            return StandardCharsets.UTF_16LE;
        }
        if (sample.length >= 2 && sample[0] == (byte) 0xfe && sample[1] == (byte) 0xff) {
            return StandardCharsets.UTF_16BE;
        }
        return null;
    }
}
