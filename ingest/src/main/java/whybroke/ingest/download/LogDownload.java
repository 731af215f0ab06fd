package whybroke.ingest.download;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import whybroke.rules.log.LogLimits;
import whybroke.rules.log.LogLines;

/** Streams one log into the cleaner, in bounded memory and time. No address stands in an answer: it may be signed. */
@ApplicationScoped
public class LogDownload {
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final int MOST_REDIRECTS = 5;
    private static final int START = 2 * 1024;

    private final DownloadSettings settings;
    private final LogLimits limits;
    private final HttpClient client;

    @Inject
    public LogDownload(DownloadSettings settings) {
        this(settings, LogLimits.DEFAULT);
    }

    public LogDownload(DownloadSettings settings, LogLimits limits) {
        this.settings = settings;
        this.limits = limits;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.connect())
                .build();
    }

    /**
     * @param from where the log is said to be
     * @param headers to send everywhere
     * @param authorization sent only to the host of {@code from}; null for none
     * @param allowed where it may go
     * @param meaning what an answer means that is no log
     */
    public Fetched fetch(
            URI from,
            Map<String, String> headers,
            String authorization,
            AllowedHosts allowed,
            Function<Refusal, Fetched> meaning) {
        try {
            return follow(from, headers, authorization, allowed, meaning);
        } catch (UnknownHostException e) {
            return new Fetched.Unreachable("the host's name is not known");
        } catch (IOException e) {
            return new Fetched.Unreachable(inWords(e));
        } catch (IllegalArgumentException e) {
            return new Fetched.Denied("the log was not asked for: its address or the token cannot be sent");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while fetching a log", e);
        }
    }

    private Fetched follow(
            URI from,
            Map<String, String> headers,
            String authorization,
            AllowedHosts allowed,
            Function<Refusal, Fetched> meaning)
            throws IOException, InterruptedException {
        URI at = from;
        String credential = authorization;
        for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
            Optional<String> refusal = allowed.refusal(at);
            if (refusal.isPresent()) {
                return new Fetched.Denied("the log was not asked for: " + refusal.get());
            }
            HttpResponse<InputStream> answer =
                    client.send(request(at, headers, credential), HttpResponse.BodyHandlers.ofInputStream());
            try (Watch body = new Watch(answer.body(), settings.silence(), settings.total())) {
                if (!REDIRECTS.contains(answer.statusCode())) {
                    return answer.statusCode() / 100 == 2
                            ? read(answer, body)
                            : meaning.apply(refusal(answer, body, hop > 0));
                }
            }
            Optional<URI> next = location(at, answer);
            if (next.isEmpty()) {
                return new Fetched.Unreachable("it was redirected to something that is no address");
            }
            credential = sameOrigin(at, next.get()) ? credential : null;
            at = next.get();
        }
        return new Fetched.Unreachable("it was redirected more than " + MOST_REDIRECTS + " times");
    }

    private HttpRequest request(URI uri, Map<String, String> headers, String authorization) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(settings.silence())
                .header("User-Agent", "whybroke")
                .header("Accept-Encoding", "gzip");
        headers.forEach(request::header);
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return request.build();
    }

    private Fetched read(HttpResponse<InputStream> answer, InputStream body) throws IOException {
        boolean nothing = answer.headers().firstValueAsLong("Content-Length").orElse(-1) == 0;
        String encoding = answer.headers().firstValue("Content-Encoding").orElse("identity");
        return switch (nothing ? "identity" : encoding.toLowerCase(Locale.ROOT)) {
            case "identity", "" -> tail(body);
            case "gzip", "x-gzip" -> {
                // What the cleaner reads is counted after decoding, so a small body cannot become endless.
                try (InputStream decoded = new GZIPInputStream(body, 16 * 1024)) {
                    yield tail(decoded);
                }
            }
            default -> new Fetched.Unreachable("it came in an encoding that was not asked for");
        };
    }

    private Fetched tail(InputStream raw) throws IOException {
        return new Fetched.Tail(LogLines.of(raw, limits).image());
    }

    private static Refusal refusal(HttpResponse<InputStream> answer, InputStream body, boolean redirected)
            throws IOException {
        String start = new String(body.readNBytes(START), StandardCharsets.UTF_8);
        return new Refusal(answer.statusCode(), answer.headers(), start, redirected);
    }

    private static Optional<URI> location(URI at, HttpResponse<?> answer) {
        try {
            return answer.headers().firstValue("Location").map(at::resolve);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean sameOrigin(URI one, URI other) {
        return one.getScheme().equalsIgnoreCase(other.getScheme())
                && one.getHost().equalsIgnoreCase(other.getHost())
                && one.getPort() == other.getPort();
    }

    private static String inWords(IOException e) {
        return switch (e) {
            case Watch.Stalled stalled -> stalled.getMessage();
            case HttpTimeoutException timeout -> "no answer in time";
            case ConnectException refused -> "no connection could be made";
            default -> "the connection broke (" + e.getClass().getSimpleName() + ")";
        };
    }
}
