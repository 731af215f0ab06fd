package whybroke.ingest.sender;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.UnaryOperator;

/**
 * Secrets by reference: {@code env:NAME} or {@code file:PATH}. Looked up where they are used and remembered for a
 * minute, so that a rotated file counts soon.
 */
@ApplicationScoped
public class Secrets {
    private static final int LONGEST = 16 * 1024;
    private final Cache<String, String> known = Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfterWrite(Duration.ofSeconds(60))
            .build();
    private final UnaryOperator<String> environment;

    @Inject
    public Secrets() {
        this(System::getenv);
    }

    Secrets(UnaryOperator<String> environment) {
        this.environment = environment;
    }

    /** @throws SecretMissing when the reference leads nowhere; names the reference, never a value */
    public String resolve(String reference) {
        return known.get(reference, this::look);
    }

    private String look(String reference) {
        String secret = switch (reference) {
            case String env when env.startsWith("env:") -> environment.apply(env.substring(4));
            case String file when file.startsWith("file:") -> read(file.substring(5), reference);
            default -> throw new SecretMissing("a reference to a secret starts with env: or file:, one does not");
        };
        if (secret == null || secret.isBlank()) {
            throw new SecretMissing("the secret " + reference + " is not set or empty");
        }
        return secret.strip();
    }

    private static String read(String path, String reference) {
        try (InputStream in = Files.newInputStream(Path.of(path))) {
            return new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8);
        } catch (IOException | InvalidPathException e) {
            throw new SecretMissing("the secret " + reference + " cannot be read: "
                    + e.getClass().getSimpleName());
        }
    }
}
