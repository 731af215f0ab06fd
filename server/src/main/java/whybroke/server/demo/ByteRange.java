package whybroke.server.demo;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Part of a text: {@code bytes=a-b} and {@code bytes=a-}. The store does not know {@code bytes=-n} and sends all. */
record ByteRange(long first, long last) {
    private static final Pattern FORM = Pattern.compile("bytes=([0-9]{1,15})-([0-9]{1,15})?");

    /** Empty when the whole is to be sent. */
    static Optional<ByteRange> parse(String header, int length) {
        Matcher range = FORM.matcher(header == null ? "" : header);
        if (!range.matches()) {
            return Optional.empty();
        }
        long last = range.group(2) == null ? length - 1L : Math.min(length - 1L, Long.parseLong(range.group(2)));
        return Optional.of(new ByteRange(Long.parseLong(range.group(1)), last));
    }

    /** True when there is nothing in it. */
    boolean isEmpty() {
        return first > last;
    }

    String header(int length) {
        return "bytes " + first + "-" + last + "/" + length;
    }

    byte[] of(byte[] text) {
        return Arrays.copyOfRange(text, (int) first, (int) last + 1);
    }
}
