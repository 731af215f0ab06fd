package whybroke.ingest.sender;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/**
 * GitHub's signature: {@code X-Hub-Signature-256: sha256=<hex HMAC-SHA256 of the body>}. The older SHA-1 header is not
 * looked at. It carries no time: whoever replays a delivery sends a duplicate.
 */
public final class HubSignature {
    public static final String HEADER = "X-Hub-Signature-256";
    private static final String PREFIX = "sha256=";

    private HubSignature() {}

    /** @param secrets any of which may have signed; not empty */
    public static Sender check(Delivery delivery, List<String> secrets) {
        String header = delivery.headers().get(HEADER);
        if (header == null) {
            return new Sender.Stranger(
                    "unsigned",
                    "The header " + HEADER + " is missing: set the same secret at the webhook as at this connection.");
        }
        byte[] claimed = claimed(header);
        boolean known = false;
        for (String secret : secrets) {
            byte[] right = Hmac.sha256(secret.getBytes(StandardCharsets.UTF_8), delivery.body());
            known |= MessageDigest.isEqual(right, claimed);
        }
        return known
                ? new Sender.Known()
                : new Sender.Stranger(
                        "bad-signature",
                        "The signature in " + HEADER + " was not made with a secret of this connection.");
    }

    private static byte[] claimed(String header) {
        try {
            return header.startsWith(PREFIX) ? HexFormat.of().parseHex(header.substring(PREFIX.length())) : new byte[0];
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
