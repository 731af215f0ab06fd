package whybroke.ingest.sender;

/** A reference to a secret leads nowhere. The message names the reference and nothing else. */
public class SecretMissing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SecretMissing(String message) {
        super(message);
    }
}
