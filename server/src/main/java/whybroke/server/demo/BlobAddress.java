package whybroke.server.demo;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signed addresses of the store, good for a minute, as the API hands them out. */
final class BlobAddress {
    static final String ROOT = "/blobs/";
    private static final Duration GOOD_FOR = Duration.ofMinutes(1);
    private final byte[] key = new byte[32];
    private final String host;
    private final int port;
    private final Clock clock;

    BlobAddress(String host, int port, Clock clock) {
        this.host = host;
        this.port = port;
        this.clock = clock;
        new SecureRandom().nextBytes(key);
    }

    /** @param turn which of the job's answers this address leads to */
    URI of(long job, int turn) {
        String path = ROOT + job + "/" + turn + ".txt";
        long end = clock.instant().plus(GOOD_FOR).getEpochSecond();
        return URI.create("http://" + host + ":" + port + path + "?se=" + end + "&sr=b&sig=" + sign(path, end));
    }

    /** Null when the address is good, else why not. */
    String fault(URI asked) {
        Map<String, String> query = query(asked.getRawQuery());
        if (!query.keySet().equals(Set.of("se", "sr", "sig"))) {
            return "Signature fields not well formed";
        }
        try {
            long end = Long.parseLong(query.get("se"));
            boolean signed = MessageDigest.isEqual(
                    sign(asked.getPath(), end).getBytes(StandardCharsets.US_ASCII),
                    query.get("sig").getBytes(StandardCharsets.US_ASCII));
            if (!signed) {
                return "Signature did not match";
            }
            return clock.instant().isAfter(Instant.ofEpochSecond(end))
                    ? "Signature not valid in the specified time frame"
                    : null;
        } catch (NumberFormatException e) {
            return "Signature fields not well formed";
        }
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> fields = new TreeMap<>();
        for (String field : raw == null ? new String[0] : raw.split("&", -1)) {
            int equals = field.indexOf('=');
            fields.put(equals < 0 ? field : field.substring(0, equals), equals < 0 ? "" : field.substring(equals + 1));
        }
        return fields;
    }

    private String sign(String path, long end) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal((path + "\n" + end).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA256", e);
        }
    }
}
