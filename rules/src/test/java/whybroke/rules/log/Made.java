package whybroke.rules.log;

import java.util.Random;

/** Secrets made up for tests; {@code ~} in a prefix vanishes, so that none stands in the source. */
final class Made {
    private static final String ALNUM = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private Made() {}

    static String made(String prefix, int length) {
        return made(prefix, ALNUM, length);
    }

    static String made(String prefix, String alphabet, int length) {
        Random random = new Random((prefix + length).hashCode());
        StringBuilder text = new StringBuilder(prefix.replace("~", ""));
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text + "7Qz";
    }

    static String hex(String prefix, int length) {
        String text = made(prefix, "0123456789abcdef", length - 3);
        return text.substring(0, text.length() - 3) + "7f3";
    }

    static String jwt() {
        return made("ey~J", 33) + "." + made("ey~J", 90) + "." + made("s", 42);
    }
}
