package whybroke.ingest.sender;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * The signature of the Standard Webhooks specification: {@code webhook-signature} holds space-separated
 * {@code v1,<base64 HMAC-SHA256 of "{webhook-id}.{webhook-timestamp}.{body}">}; the time may be 5 minutes off.
 */
public final class StandardWebhook {
    public static final String ID = "webhook-id";
    public static final String TIMESTAMP = "webhook-timestamp";
    public static final String SIGNATURE = "webhook-signature";
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    /** More signatures than anybody rotates; the rest is not looked at. */
    private static final int MOST_SIGNATURES = 16;

    private StandardWebhook() {}

    /** @param secrets any of which may have signed: {@code whsec_<base64>}, or any other text as it stands */
    public static Sender check(Delivery delivery, List<String> secrets) {
        String id = delivery.headers().get(ID);
        String timestamp = delivery.headers().get(TIMESTAMP);
        String signatures = delivery.headers().get(SIGNATURE);
        if (id == null || timestamp == null || signatures == null) {
            return new Sender.Stranger(
                    "unsigned",
                    "The headers webhook-id, webhook-timestamp and webhook-signature are needed"
                            + " (Standard Webhooks, HMAC-SHA256).");
        }
        if (!isNow(timestamp, delivery.received())) {
            return new Sender.Stranger(
                    "old-signature",
                    "webhook-timestamp must be the time of sending in seconds since 1970, at most 5 minutes off.");
        }
        byte[] before = (id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8);
        return isSigned(signatures, before, delivery.body(), secrets)
                ? new Sender.Known()
                : new Sender.Stranger(
                        "bad-signature",
                        "No signature in webhook-signature was made with a secret of this connection.");
    }

    private static boolean isNow(String timestamp, Instant received) {
        try {
            Instant sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
            return Duration.between(sent, received).abs().compareTo(TOLERANCE) <= 0;
        } catch (NumberFormatException | DateTimeException | ArithmeticException e) {
            return false;
        }
    }

    private static boolean isSigned(String signatures, byte[] before, byte[] body, List<String> secrets) {
        List<byte[]> right = secrets.stream()
                .flatMap(secret -> keys(secret).stream())
                .map(key -> Base64.getEncoder().encode(Hmac.sha256(key, before, body)))
                .toList();
        boolean signed = false;
        String[] claims = signatures.split(" ", MOST_SIGNATURES + 1);
        for (int i = 0; i < Math.min(claims.length, MOST_SIGNATURES); i++) {
            if (claims[i].startsWith("v1,")) {
                byte[] claim = claims[i].substring(3).getBytes(StandardCharsets.UTF_8);
                for (byte[] signature : right) {
                    signed |= MessageDigest.isEqual(signature, claim);
                }
            }
        }
        return signed;
    }

    /** The specification's secrets are base64, often without the prefix; a plain word is its own key. */
    private static List<byte[]> keys(String secret) {
        List<byte[]> keys = new ArrayList<>();
        boolean prefixed = secret.startsWith("whsec_");
        try {
            byte[] key = Base64.getDecoder().decode(prefixed ? secret.substring(6) : secret);
            if (key.length > 0) {
                keys.add(key);
            }
        } catch (IllegalArgumentException e) {
            // not base64: a plain word
        }
        if (!prefixed) {
            keys.add(secret.getBytes(StandardCharsets.UTF_8));
        }
        return keys;
    }
}
