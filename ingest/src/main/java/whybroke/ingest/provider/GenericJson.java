package whybroke.ingest.provider;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import whybroke.ingest.Connection;
import whybroke.ingest.FinishedJob;
import whybroke.ingest.Webhook;
import whybroke.ingest.download.Fetched;
import whybroke.ingest.sender.Delivery;
import whybroke.ingest.sender.Sender;
import whybroke.ingest.sender.StandardWebhook;
import whybroke.rules.log.LogImage;
import whybroke.rules.log.LogLines;

/**
 * Any CI system that can send one JSON object per finished job, signed as Standard Webhooks:
 *
 * <pre>{@code
 * {
 *   "repo": {"id": "17", "full_name": "acme/shop", "private": true},     or just "acme/shop"
 *   "ref": {"branch": "main", "tag": null, "pr": "42"},
 *   "commit": "3484a3fb816e0859fd6e1cea078d76385ff50625",
 *   "pipeline": "release",                                               the same in every run
 *   "run": {"id": "991", "number": "57", "attempt": 1, "url": "https://ci.example.org/991", "trigger": "push"},
 *   "job": {"id": "991-3", "name": "build", "attempt": 1, "url": "https://ci.example.org/991/3", "may_fail": false},
 *   "outcome": {"normalized": "failed", "raw": "ERROR", "provider_reason": "script", "exit_code": 1, "signal": null},
 *   "times": {"queued": "2026-11-20T15:20:00Z", "started": "...", "finished": "..."},
 *   "steps": [{"index": 1, "name": "Compile", "phase": "build", "outcome": "failed", "may_fail": false,
 *              "started": "...", "finished": "..."}],
 *   "runner": {"name": "agent-7", "group": "linux", "labels": ["linux", "x64"]},
 *   "actor": "alice",
 *   "log": "the whole log, or its end",                                  or "log_tail", or "log_url"
 * }
 * }</pre>
 *
 * <p>Needed are {@code repo}, {@code outcome}, and of {@code job.id}, {@code run.id} and {@code job.name} either the
 * first or the other two. {@code outcome} may be a single word: passed, failed, timed_out, cancelled, skipped,
 * infra_error, startup_failure; other words are kept as they are and mean "unknown". Times are ISO 8601 with an offset;
 * without {@code finished} the time of arrival counts. A {@code log_url} is followed only to the connection's log hosts.
 * Unknown fields are ignored.
 */
public final class GenericJson implements Provider {
    private final GenericLog log;

    GenericJson(GenericLog log) {
        this.log = log;
    }

    @Override
    public String name() {
        return "generic";
    }

    @Override
    public Sender check(Delivery delivery, List<String> secrets) {
        return StandardWebhook.check(delivery, secrets);
    }

    @Override
    public List<String> deliveryKeys(Delivery delivery) {
        return Stream.of(StandardWebhook.ID, "Idempotency-Key")
                .map(delivery.headers()::get)
                .filter(Objects::nonNull)
                .toList();
    }

    @Override
    public Arrival arrive(Delivery delivery) {
        try {
            Foreign event = Foreign.parse(Foreign.utf8(delivery.body()));
            Webhook plain = new Webhook(
                    delivery.connection().id(),
                    delivery.headers().get(StandardWebhook.ID),
                    "job",
                    event.without("log", "log_tail"),
                    null,
                    delivery.received());
            return switch (new GenericEvent(event, plain, delivery.connection()).translate()) {
                case Translated.Finished(FinishedJob job) -> new Arrival.Wanted(withLog(plain, event, job));
                case Translated.NotFinished() -> new Arrival.NotWanted("the job has not finished");
                case Translated.NotOurs(String reason) -> new Arrival.NotWanted(reason);
                case Translated.Unreadable(String reason) -> new Arrival.Refused(reason);
            };
        } catch (Unreadable e) {
            return new Arrival.Refused(e.getMessage());
        }
    }

    /** The log is cleaned and redacted here, before anything is written anywhere; nobody reads a passed job's. */
    private static Webhook withLog(Webhook plain, Foreign event, FinishedJob job) {
        String text = event.longText("log") != null ? event.longText("log") : event.longText("log_tail");
        if (text == null || !job.outcome().isFailure()) {
            return plain;
        }
        return new Webhook(
                plain.connection(), plain.delivery(), plain.event(), plain.body(), clean(text), plain.received());
    }

    private static LogImage clean(String text) {
        try {
            return LogLines.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                    .image();
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory failed", e);
        }
    }

    @Override
    public Translated translate(Webhook webhook, Connection connection) {
        try {
            return new GenericEvent(Foreign.parse(webhook.body()), webhook, connection).translate();
        } catch (Unreadable e) {
            return new Translated.Unreadable(e.getMessage());
        }
    }

    @Override
    public Fetched fetchLog(FinishedJob job, Connection connection) {
        return log.fetch(job, connection);
    }
}
