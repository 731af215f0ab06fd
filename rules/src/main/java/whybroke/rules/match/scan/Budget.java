package whybroke.rules.match.scan;

/**
 * Characters that patterns may be tried on in one log. A usual log needs a small part of it; a log made to be tried by
 * everything stops here, always at the same place.
 */
final class Budget {
    private long left = 64L * 1024 * 1024;

    boolean allows(int characters) {
        left -= characters + 1L;
        return left >= 0;
    }
}
