package whybroke.server.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import whybroke.ingest.Connection;
import whybroke.ingest.stream.Connections;
import whybroke.ingest.stream.Outgoing;
import whybroke.ingest.stream.Topics;
import whybroke.ingest.stream.Wire;

/** Two CI systems that sign what they send, as an administrator would have connected them. */
final class Senders {
    static final String SECRET = "a secret between two";

    private Senders() {}

    static Connection connect(Outgoing outgoing, Connections connections, Connection connection) {
        outgoing.sendAndWait(Topics.CONNECTIONS, connection.id(), Wire.write(connection), Duration.ofSeconds(20));
        org.awaitility.Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> connections.find(connection.id()).isPresent());
        return connection;
    }

    static Connection github(String id, URI api) throws IOException {
        return new Connection(id, "github", "github.com", api, List.of(), List.of(secret()), null, true);
    }

    static Connection generic(String id) throws IOException {
        return new Connection(id, "generic", "ci.example.org", null, List.of(), List.of(secret()), null, true);
    }

    private static String secret() throws IOException {
        Path file = Files.createTempFile("whybroke", ".secret");
        file.toFile().deleteOnExit();
        return "file:" + Files.writeString(file, SECRET);
    }

    static String hubSignature(byte[] body) {
        return "sha256=" + HexFormat.of().formatHex(hmac(body));
    }

    static String standardSignature(String id, long seconds, String body) {
        return "v1," + Base64.getEncoder().encodeToString(hmac((id + "." + seconds + "." + body).getBytes(UTF_8)));
    }

    private static byte[] hmac(byte[] content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
