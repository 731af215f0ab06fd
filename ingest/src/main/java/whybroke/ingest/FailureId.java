package whybroke.ingest;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The identity of a finished job, and of its failure when it failed: a hash of (provider, host, the provider's job id,
 * attempt). The same however often and through whichever event it is reported.
 *
 * @param hex 32 lower-case hex digits (128 bits)
 */
public record FailureId(@JsonValue String hex) {
    @JsonCreator
    public FailureId {
        if (hex == null || !hex.matches("[0-9a-f]{32}")) {
            throw new IllegalArgumentException("a failure id is 32 hex digits, not '" + hex + "'");
        }
    }

    public static FailureId of(String provider, String host, String jobId, int attempt) {
        return new FailureId(hash(provider, host, jobId, Integer.toString(attempt)));
    }

    /** The first 32 hex digits of SHA-256 over the parts, each with its length before it. */
    static String hash(String... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                byte[] bytes = (part == null ? "" : part).getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}
