package whybroke.rules.library;

/** A rule or library that cannot be read; the message is one sentence for its author and names the place. */
public final class RuleException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public RuleException(String message) {
        super(message);
    }

    public RuleException(String message, Throwable cause) {
        super(message, cause);
    }
}
