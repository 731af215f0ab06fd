package whybroke.server.demo;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code GET /repos/{owner}/{repository}/actions/jobs/{id}/logs}, and nothing else. */
final class StubApi implements HttpHandler {
    private static final Pattern LOG =
            Pattern.compile("/repos/([\\w.-]{1,100}/[\\w.-]{1,100})/actions/jobs/([0-9]{1,18})/logs");
    private static final int HOURLY = 5_000;
    private final String token;
    private final StubbedJobs jobs;
    private final BlobAddress addresses;
    private final Clock clock;

    StubApi(String token, StubbedJobs jobs, BlobAddress addresses, Clock clock) {
        this.token = token;
        this.jobs = jobs;
        this.addresses = addresses;
        this.clock = clock;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            limits(exchange.getResponseHeaders(), HOURLY - 1, Duration.ofHours(1));
            Fault fault = fault(exchange);
            Matcher path = LOG.matcher(exchange.getRequestURI().getPath());
            if (fault != null) {
                refuse(exchange, fault.status(), fault.message());
            } else if (!path.matches() || !exchange.getRequestMethod().equals("GET")) {
                refuse(exchange, 404, "Not Found");
            } else {
                log(exchange, path.group(1), Long.parseLong(path.group(2)));
            }
        }
    }

    private record Fault(int status, String message) {}

    /** Null when the client sent all it must. */
    private Fault fault(HttpExchange exchange) {
        Headers sent = exchange.getRequestHeaders();
        if (sent.getFirst("User-Agent") == null) {
            return new Fault(403, "Please make sure your request has a User-Agent header.");
        }
        if (!bearsToken(sent.getFirst("Authorization"))) {
            return new Fault(401, sent.containsKey("Authorization") ? "Bad credentials" : "Requires authentication");
        }
        if (!"application/vnd.github+json".equals(sent.getFirst("Accept"))) {
            return new Fault(415, "Unsupported 'Accept' header. Must accept 'application/vnd.github+json'.");
        }
        if (!"2022-11-28".equals(sent.getFirst("X-GitHub-Api-Version"))) {
            return new Fault(400, "X-GitHub-Api-Version must be 2022-11-28");
        }
        return exchange.getRequestURI().getRawQuery() == null ? null : new Fault(422, "Unknown query parameters");
    }

    private boolean bearsToken(String authorization) {
        return authorization != null
                && MessageDigest.isEqual(
                        authorization.getBytes(StandardCharsets.UTF_8),
                        ("Bearer " + token).getBytes(StandardCharsets.UTF_8));
    }

    private void log(HttpExchange exchange, String repository, long job) throws IOException {
        Optional<StubbedJobs.Turn> turn = jobs.next(repository, job);
        if (turn.isEmpty()) {
            refuse(exchange, 404, "Not Found");
            return;
        }
        switch (turn.get().log()) {
            case StubbedLog.Stored stored ->
                sendOn(exchange, addresses.of(job, turn.get().number()).toString());
            case StubbedLog.Refusal refusal -> refuse(exchange, refusal);
        }
    }

    private void refuse(HttpExchange exchange, StubbedLog.Refusal refusal) throws IOException {
        Headers answer = exchange.getResponseHeaders();
        switch (refusal) {
            case StubbedLog.Expired expired -> refuse(exchange, 410, "Gone");
            case StubbedLog.BadToken bad -> refuse(exchange, 401, "Bad credentials");
            case StubbedLog.Forbidden forbidden -> refuse(exchange, 403, "Resource not accessible by integration");
            case StubbedLog.TooMany tooMany -> {
                answer.set("Retry-After", Long.toString(tooMany.retryAfter().toSeconds()));
                refuse(exchange, 429, "You have exceeded a secondary rate limit.");
            }
            case StubbedLog.UsedUp usedUp -> {
                limits(answer, 0, usedUp.until());
                refuse(exchange, 403, "API rate limit exceeded");
            }
            case StubbedLog.Broken broken -> refuse(exchange, 500, "Server Error");
            case StubbedLog.Elsewhere elsewhere ->
                sendOn(exchange, elsewhere.address().toString());
        }
    }

    private void limits(Headers answer, int remaining, Duration until) {
        answer.set("x-ratelimit-limit", Integer.toString(HOURLY));
        answer.set("x-ratelimit-remaining", Integer.toString(remaining));
        answer.set(
                "x-ratelimit-reset", Long.toString(clock.instant().plus(until).getEpochSecond()));
        answer.set("x-ratelimit-resource", "core");
    }

    private void sendOn(HttpExchange exchange, String address) throws IOException {
        jobs.saw(exchange, 302);
        exchange.getResponseHeaders().set("Location", address);
        exchange.sendResponseHeaders(302, -1);
    }

    private void refuse(HttpExchange exchange, int status, String message) throws IOException {
        jobs.saw(exchange, status);
        byte[] body =
                ("{\"message\":\"" + message + "\",\"status\":\"" + status + "\"}").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
