package whybroke.ingest.provider;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import whybroke.ingest.Connection;
import whybroke.ingest.FinishedJob;
import whybroke.ingest.download.AllowedHosts;
import whybroke.ingest.download.Fetched;
import whybroke.ingest.download.LogDownload;
import whybroke.ingest.download.Refusal;
import whybroke.ingest.sender.Secrets;

/** The log behind a {@code log_url}: followed only to hosts of the connection, the token sent only to its API's. */
final class GenericLog {
    private static final Duration YOUNG = Duration.ofMinutes(10);
    private final LogDownload download;
    private final Secrets secrets;
    private final Clock clock;

    GenericLog(LogDownload download, Secrets secrets, Clock clock) {
        this.download = download;
        this.secrets = secrets;
        this.clock = clock;
    }

    Fetched fetch(FinishedJob job, Connection connection) {
        if (job.logUrl() == null) {
            return new Fetched.None("the event brought no log and no log_url");
        }
        URI address = URI.create(job.logUrl());
        return download.fetch(
                address,
                Map.of("Accept", "text/plain, */*;q=0.5"),
                authorization(address, connection),
                AllowedHosts.of(connection),
                refusal -> meaning(refusal, job));
    }

    private String authorization(URI address, Connection connection) {
        URI api = connection.api();
        boolean toApi = api != null
                && address.getScheme().equalsIgnoreCase(api.getScheme())
                && address.getAuthority().equalsIgnoreCase(api.getAuthority());
        return toApi && connection.token() != null ? "Bearer " + secrets.resolve(connection.token()) : null;
    }

    private Fetched meaning(Refusal refusal, FinishedJob job) {
        return switch (refusal.status()) {
            case 401, 403 -> new Fetched.Denied("the log's host answered " + refusal.status());
            case 404 ->
                isYoung(job)
                        ? new Fetched.NotReady("there is no log yet")
                        : new Fetched.Deleted("there is no log at the log_url");
            case 410 -> new Fetched.Expired("the log has been removed");
            case 429 ->
                new Fetched.NotReady(
                        "the log's host asks us to wait", RetryAt.of(refusal, clock.instant(), "RateLimit-Reset-At"));
            default -> new Fetched.Unreachable("the log's host answered " + refusal.status());
        };
    }

    private boolean isYoung(FinishedJob job) {
        return Duration.between(job.finished(), clock.instant()).compareTo(YOUNG) < 0;
    }
}
