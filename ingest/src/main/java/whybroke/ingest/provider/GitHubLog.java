package whybroke.ingest.provider;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import whybroke.ingest.Connection;
import whybroke.ingest.FinishedJob;
import whybroke.ingest.download.AllowedHosts;
import whybroke.ingest.download.Fetched;
import whybroke.ingest.download.LogDownload;
import whybroke.ingest.download.Refusal;
import whybroke.ingest.sender.Secrets;
import whybroke.rules.log.LogKind;

/**
 * The log of a GitHub job: the API redirects to a signed address on a blob store. For the first minutes after a job has
 * ended the blob is still being sealed, and both "not found" and an empty answer mean "later".
 */
final class GitHubLog {
    private static final Duration SEALING = Duration.ofMinutes(10);
    private static final Map<String, String> HEADERS =
            Map.of("Accept", "application/vnd.github+json", "X-GitHub-Api-Version", "2022-11-28");

    private final LogDownload download;
    private final Secrets secrets;
    private final Clock clock;

    GitHubLog(LogDownload download, Secrets secrets, Clock clock) {
        this.download = download;
        this.secrets = secrets;
        this.clock = clock;
    }

    Fetched fetch(FinishedJob job, Connection connection) {
        if (!job.job().id().matches("\\d{1,20}")) {
            return new Fetched.NeverRan("the run ended before any job started");
        }
        String token = connection.token() == null ? null : "Bearer " + secrets.resolve(connection.token());
        Fetched fetched = download.fetch(
                address(job, connection), HEADERS, token, hosts(connection), refusal -> meaning(refusal, job));
        boolean emptyYet = fetched instanceof Fetched.Tail(var image) && image.kind() == LogKind.EMPTY && isYoung(job);
        return emptyYet ? new Fetched.NotReady("GitHub answered with an empty log") : fetched;
    }

    private static URI address(FinishedJob job, Connection connection) {
        String api = connection.api() != null
                ? connection.api().toString().replaceAll("/+$", "")
                : isPublic(connection) ? "https://api.github.com" : "https://" + connection.host() + "/api/v3";
        return URI.create(api + "/repos/" + path(job.repository().name()) + "/actions/jobs/"
                + job.job().id() + "/logs");
    }

    /** Owner and name, each so that it cannot leave its place in the path. */
    private static String path(String fullName) {
        return Arrays.stream(fullName.split("/", 2))
                .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
                .map(part -> part.matches("\\.+") ? "_" : part)
                .collect(Collectors.joining("/"));
    }

    /** Where github.com keeps logs, unless the connection names other hosts. */
    private static AllowedHosts hosts(Connection connection) {
        return isPublic(connection)
                ? AllowedHosts.of(
                        connection, "api.github.com", "*.blob.core.windows.net", "*.actions.githubusercontent.com")
                : AllowedHosts.of(connection);
    }

    private static boolean isPublic(Connection connection) {
        return connection.host().equalsIgnoreCase("github.com");
    }

    private Fetched meaning(Refusal refusal, FinishedJob job) {
        return switch (refusal.status()) {
            case 404 -> notFound(job);
            case 410 -> new Fetched.Expired("GitHub has removed the log after its time");
            case 429 -> later(refusal);
            case 403 -> isRateLimit(refusal) ? later(refusal) : denied(refusal);
            case 401 -> denied(refusal);
            default -> new Fetched.Unreachable("GitHub answered " + refusal.status());
        };
    }

    private Fetched notFound(FinishedJob job) {
        if (isYoung(job)) {
            return new Fetched.NotReady("GitHub has no log yet");
        }
        return job.steps().isEmpty() && job.runner() == null
                ? new Fetched.NeverRan("no runner ever took the job")
                : new Fetched.Deleted("GitHub has no such log: it was deleted, or the token may not see it");
    }

    /** A refusal by the blob store is not one of our token's. */
    private static Fetched denied(Refusal refusal) {
        return refusal.redirected()
                ? new Fetched.Unreachable("the log store answered " + refusal.status())
                : new Fetched.Denied("GitHub answered " + refusal.status()
                        + ": the token needs the permission actions:read for this repository");
    }

    private static boolean isRateLimit(Refusal refusal) {
        return refusal.header("Retry-After") != null
                || "0".equals(refusal.header("X-RateLimit-Remaining"))
                || refusal.start().toLowerCase(Locale.ROOT).contains("rate limit");
    }

    private Fetched later(Refusal refusal) {
        return new Fetched.NotReady(
                "GitHub's rate limit is used up", RetryAt.of(refusal, clock.instant(), "X-RateLimit-Reset"));
    }

    private boolean isYoung(FinishedJob job) {
        Instant now = clock.instant();
        return Duration.between(job.finished(), now).compareTo(SEALING) < 0;
    }
}
