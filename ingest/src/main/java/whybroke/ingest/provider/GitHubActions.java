package whybroke.ingest.provider;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import whybroke.ingest.Connection;
import whybroke.ingest.FinishedJob;
import whybroke.ingest.Webhook;
import whybroke.ingest.download.Fetched;
import whybroke.ingest.sender.Delivery;
import whybroke.ingest.sender.HubSignature;
import whybroke.ingest.sender.Sender;

/**
 * GitHub Actions, on github.com and on GitHub Enterprise Server. {@code workflow_job} is one job;
 * {@code workflow_run} is the only sign of a run that ended before any job could start.
 */
public final class GitHubActions implements Provider {
    static final String JOB = "workflow_job";
    static final String RUN = "workflow_run";
    private static final String FORM = "application/x-www-form-urlencoded";
    private final GitHubLog log;

    GitHubActions(GitHubLog log) {
        this.log = log;
    }

    @Override
    public String name() {
        return "github";
    }

    @Override
    public Sender check(Delivery delivery, List<String> secrets) {
        return HubSignature.check(delivery, secrets);
    }

    /** The delivery's id, which GitHub keeps when it delivers again; the signature, which a replay cannot change. */
    @Override
    public List<String> deliveryKeys(Delivery delivery) {
        return Stream.of("X-GitHub-Delivery", HubSignature.HEADER)
                .map(delivery.headers()::get)
                .filter(Objects::nonNull)
                .toList();
    }

    @Override
    public Arrival arrive(Delivery delivery) {
        String event = delivery.headers().get("X-GitHub-Event");
        return switch (event == null ? "" : event.toLowerCase(Locale.ROOT)) {
            case JOB -> keep(delivery, JOB);
            case RUN -> keep(delivery, RUN);
            case "ping" -> new Arrival.NotWanted("ping");
            case "" -> new Arrival.NotWanted("the header X-GitHub-Event is missing");
            default -> new Arrival.NotWanted("only workflow_job and workflow_run events are used");
        };
    }

    private static Arrival keep(Delivery delivery, String event) {
        String body = delivery.headers().mediaType().equals(FORM)
                ? payload(Foreign.utf8(delivery.body()))
                : Foreign.utf8(delivery.body());
        String id = delivery.headers().get("X-GitHub-Delivery");
        return new Arrival.Wanted(new Webhook(delivery.connection().id(), id, event, body, null, delivery.received()));
    }

    /** The form's field; an empty one is found unreadable later, like any other body. */
    private static String payload(String form) {
        for (String field : form.split("&", 64)) {
            if (field.startsWith("payload=")) {
                try {
                    return URLDecoder.decode(field.substring(8), StandardCharsets.UTF_8);
                } catch (IllegalArgumentException e) {
                    return "";
                }
            }
        }
        return "";
    }

    @Override
    public Translated translate(Webhook webhook, Connection connection) {
        try {
            Foreign event = Foreign.parse(webhook.body());
            return switch (webhook.event()) {
                case JOB -> new GitHubJob(event, webhook, connection).translate();
                case RUN -> new GitHubRun(event, webhook, connection).translate();
                case null, default -> new Translated.NotOurs("event");
            };
        } catch (Unreadable e) {
            return new Translated.Unreadable(e.getMessage());
        }
    }

    @Override
    public Fetched fetchLog(FinishedJob job, Connection connection) {
        return log.fetch(job, connection);
    }
}
