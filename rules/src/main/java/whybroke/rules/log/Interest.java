package whybroke.rules.log;

import java.util.stream.Stream;
import whybroke.rules.log.cut.Alarms;
import whybroke.rules.log.redact.Redactor;
import whybroke.rules.log.scan.Literals;

/** What one walk over a line tells: whether it looks like an error, and whether a secret may stand in it. */
final class Interest {
    static final int ALARM = 1;
    static final int SECRET = 2;

    private static final Literals LITERALS = new Literals(
            Stream.concat(Alarms.literals(ALARM), Redactor.literals(SECRET)).toList());

    private Interest() {}

    static int of(byte[] text, int from, int to) {
        return LITERALS.tags(text, from, to);
    }

    static boolean isAlarm(int interest) {
        return (interest & ALARM) != 0;
    }

    static boolean isSecret(int interest) {
        return (interest & SECRET) != 0;
    }
}
