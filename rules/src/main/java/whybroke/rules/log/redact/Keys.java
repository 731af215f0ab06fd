package whybroke.rules.log.redact;

import static whybroke.rules.log.scan.Ascii.alnum;
import static whybroke.rules.log.scan.Ascii.digit;

import java.util.stream.Stream;

/**
 * {@code password=x}, {@code "api_key": "x"}, {@code --token x}, {@code <secret>x</secret>}: a value after a name that
 * ends in a word for a secret. After a word for a password any value counts, after the others only what looks made by a
 * machine, because parsers speak of tokens and clusters have secrets with names.
 */
final class Keys {
    private static final int LONGEST = 4096;
    private static final int LONGEST_SIGNATURE = 1024;
    /** Whether it is a secret is seen by then; this bounds the work on a line that is nothing but keys. */
    private static final int JUDGED = 160;

    private static final int MOST_BLANKS = 30;

    private Keys() {}

    static Stream<Clue> clues() {
        Stream<Clue> passwords = Stream.of("password", "passwd", "passphrase", "pwd", "_pass", "-pass", "passwort")
                .map(word -> new Clue(word, (line, start, end, found) -> look(line, start, end, found, true)));
        Stream<Clue> others = Stream.of(
                        "token",
                        "secret",
                        "api_key",
                        "api-key",
                        "apikey",
                        "access_key",
                        "access-key",
                        "accesskey",
                        "account_key",
                        "accountkey",
                        "private_key",
                        "private-key",
                        "privatekey",
                        "secret_key",
                        "secret-key",
                        "secretkey",
                        "secret_key_base",
                        "encryption_key",
                        "encryption-key",
                        "signing_key",
                        "signing-key",
                        "master_key",
                        "auth_key",
                        "authkey",
                        "subscription-key",
                        "subscription_key",
                        "_auth",
                        "_pat",
                        "_jwt",
                        "webhook_url")
                .map(word -> new Clue(word, (line, start, end, found) -> look(line, start, end, found, false)));
        Stream<Clue> signatures = Stream.of("sig=", "-signature=").map(word -> new Clue(word, Keys::signature));
        return Stream.of(passwords, others, signatures, Stream.of(new Clue("\"auth\"", Keys::dockerAuth)))
                .flatMap(clues -> clues);
    }

    private static void look(Line line, int start, int end, Spans found, boolean password) {
        int key = afterKey(line, end);
        int sign = line.skipBlanks(key);
        if (sign - key > MOST_BLANKS) {
            return;
        }
        Separator separator = Separator.at(line, start, key, sign);
        if (separator == Separator.NONE || isSpokenOf(line, start)) {
            return;
        }
        int from = separator.valueStart(line, sign);
        boolean tight = separator == Separator.EQUALS && sign == key && line.at(sign + 1) != ' ';
        Value value = Value.at(line, from, Math.min(line.to(), from + JUDGED), separator);
        if (value.isSecret(line, password, tight, line.hasFolded(start, "pwd"))) {
            Value whole = Value.at(line, from, line.to(), separator);
            found.add(whole.from(), whole.to(), password ? "password" : "token");
        }
    }

    /** Over the digits and the quotes that may end a key. */
    private static int afterKey(Line line, int end) {
        int i = end;
        while (i - end < 2 && digit(line.at(i))) {
            i++;
        }
        int quotes = i;
        while (i - quotes < 4 && "\\\"']`".indexOf(line.at(i)) >= 0 && line.at(i) != 0) {
            i++;
        }
        return i;
    }

    /** A parser's complaint, or the public half of a key. */
    private static boolean isSpokenOf(Line line, int start) {
        return line.hasBefore(start, 12, "unexpected ")
                || line.hasBefore(start, 12, "invalid ")
                || line.hasBefore(start, 12, "illegal ")
                || line.hasBefore(start, 12, "publickey");
    }

    /** The signature of a signed URL. */
    private static void signature(Line line, int start, int end, Spans found) {
        int before = line.at(start - 1);
        if (alnum(before) && line.at(start) != '-') {
            return;
        }
        int to = line.run(end, Alphabet.PLAIN);
        int amp = end;
        while (amp < to && amp - end < LONGEST_SIGNATURE && line.at(amp) != '&') {
            amp++;
        }
        if (amp - end >= 16
                && Shape.of(line.beginning(end, amp).replace("%", "")).isDense()) {
            found.add(end, amp, "signature");
        }
    }

    /** {@code "auth": "dXNlcjpwYXNz"} of a Docker configuration. */
    private static void dockerAuth(Line line, int start, int end, Spans found) {
        int sign = line.skipBlanks(end);
        int quote = line.skipBlanks(sign + 1);
        if (line.at(sign) != ':' || line.at(quote) != '"') {
            return;
        }
        Value value = Value.at(line, quote, Math.min(line.to(), quote + LONGEST), Separator.COLON);
        String text = line.string(value.from(), value.to());
        if (text.length() >= 8 && text.chars().allMatch(c -> alnum(c) || "+/=_-".indexOf(c) >= 0)) {
            found.add(value.from(), value.to(), "token");
        }
    }
}
