package whybroke.rules.match;

/** {@code *} stands for any text. Takes at most pattern length times text length steps. */
final class Glob {
    private Glob() {}

    static boolean matches(String glob, String text) {
        int star = -1;
        int retry = 0;
        int at = 0;
        int i = 0;
        while (i < text.length()) {
            if (at < glob.length() && glob.charAt(at) == '*') {
                star = at++;
                retry = i;
            } else if (at < glob.length() && glob.charAt(at) == text.charAt(i)) {
                at++;
                i++;
            } else if (star >= 0) {
                at = star + 1;
                i = ++retry;
            } else {
                return false;
            }
        }
        while (at < glob.length() && glob.charAt(at) == '*') {
            at++;
        }
        return at == glob.length();
    }
}
