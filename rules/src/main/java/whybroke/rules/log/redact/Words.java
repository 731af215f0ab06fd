package whybroke.rules.log.redact;

import java.util.Locale;
import java.util.Set;

/** Words that stand where a secret could and are none. */
final class Words {
    private static final Set<String> PLAIN = set("""
            null nil none undefined true false yes no on off empty unset set required optional missing
            invalid expired string str int bool boolean any object char text bytes redacted masked hidden
            filtered secure secret secrets password passwd passphrase token default not is was found the and
            for from with type value input env var const new await self this function identifier bearer
            basic present provided incorrect wrong unknown unused placeholder example sensitive write-only
            prompt via option flag argument or instead to in of be should must cannot will
            """);
    private static final Set<String> ROOTS = set("""
            process os secrets env vars github self this config settings system params args props var local
            data module ctx context request req options opts credentials account user inputs steps needs
            each values import string
            """);

    private Words() {}

    private static Set<String> set(String words) {
        return Set.of(words.strip().split("\\s+"));
    }

    /** Speaks about a value: {@code null}, {@code required}, {@code string} ... */
    static boolean isPlain(String word) {
        return word.length() <= 12 && PLAIN.contains(word.toLowerCase(Locale.ROOT));
    }

    /** Begins a path to a value in source code: {@code process.env.X}. */
    static boolean isRoot(String word) {
        return ROOTS.contains(word.toLowerCase(Locale.ROOT));
    }
}
