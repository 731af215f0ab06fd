package whybroke.rules.log.redact;

import static whybroke.rules.log.scan.Ascii.alnum;
import static whybroke.rules.log.scan.Ascii.digit;
import static whybroke.rules.log.scan.Ascii.hex;
import static whybroke.rules.log.scan.Ascii.upper;

/** Which bytes go on with a token. */
enum Alphabet {
    ALNUM,
    UPPER,
    HEX,
    /** Base64url. */
    WORD,
    /** Base64url and dots, tildes, signs of equality. */
    DOTTED,
    /** What paths are made of. */
    PATH,
    /** Everything up to a blank, a quote or a bracket of HTML. */
    PLAIN;

    boolean has(int c) {
        return switch (this) {
            case ALNUM -> alnum(c);
            case UPPER -> upper(c) || digit(c);
            case HEX -> hex(c);
            case WORD -> alnum(c) || c == '_' || c == '-';
            case DOTTED -> alnum(c) || c == '_' || c == '-' || c == '.' || c == '~' || c == '=';
            case PATH -> alnum(c) || c == '_' || c == '-' || c == '/' || c == '@' || c == '.';
            case PLAIN -> c > ' ' && "\"'`<>".indexOf(c) < 0 || c < 0;
        };
    }
}
