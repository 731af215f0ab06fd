package whybroke.ingest.webhook;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import whybroke.ingest.Connection;
import whybroke.ingest.Webhook;
import whybroke.ingest.provider.Arrival;
import whybroke.ingest.provider.Provider;
import whybroke.ingest.provider.Providers;
import whybroke.ingest.sender.Delivery;
import whybroke.ingest.sender.Headers;
import whybroke.ingest.sender.SecretMissing;
import whybroke.ingest.sender.Secrets;
import whybroke.ingest.sender.Sender;
import whybroke.ingest.stream.Connections;
import whybroke.ingest.stream.DependencyDown;
import whybroke.ingest.stream.Observations;
import whybroke.ingest.stream.RecordTooBig;

/** Where CI systems send their events: knows the sender, keeps what is wanted, answers at once. */
@Path("/webhooks/{connection}")
public class WebhookResource {
    private static final Logger LOG = Logger.getLogger(WebhookResource.class);
    private final RawBody.Room room = new RawBody.Room(128 * 1024 * 1024);

    @Inject
    Connections connections;

    @Inject
    Providers providers;

    @Inject
    Secrets secrets;

    @Inject
    Duplicates duplicates;

    @Inject
    Intake intake;

    @Inject
    Observations observations;

    @Inject
    Clock clock;

    @POST
    @RunOnVirtualThread
    public Response receive(@PathParam("connection") String id, @Context HttpHeaders headers, InputStream body) {
        try {
            Optional<Connection> connection = connections.find(id);
            if (connection.isEmpty()) {
                return refused(null, 404, "unknown-connection", "There is no connection of this name.");
            }
            return receive(connection.get(), Headers.of(headers.getRequestHeaders()), body);
        } catch (DependencyDown e) {
            return refused(null, 503, "not-ready", "The connections have not been read yet; send it again.");
        }
    }

    private Response receive(Connection connection, Headers headers, InputStream body) {
        if (!connection.enabled()) {
            return refused(connection.id(), 403, "disabled-connection", "This connection is switched off.");
        }
        try (RawBody raw = RawBody.read(body, room)) {
            return receive(new Delivery(connection, headers, raw.bytes(), clock.instant()));
        } catch (RawBody.TooLarge e) {
            return refused(connection.id(), 413, "too-large", "A webhook has at most 26 MiB.");
        } catch (RawBody.NoRoom e) {
            return refused(connection.id(), 503, "too-busy", "Too many large webhooks at once; send it again.");
        } catch (IOException e) {
            return refused(connection.id(), 400, "broken-body", "The body did not arrive in full.");
        }
    }

    private Response receive(Delivery delivery) {
        String id = delivery.connection().id();
        Optional<Provider> provider = providers.find(delivery.connection().provider());
        if (provider.isEmpty()) {
            return refused(id, 501, "unknown-provider", "This connection is to a CI system that is not supported.");
        }
        if (delivery.connection().webhookSecrets().isEmpty()) {
            return refused(id, 401, "no-secret", "This connection has no webhook secret; without one it is closed.");
        }
        List<String> keys = keys(delivery.connection());
        if (keys.isEmpty()) {
            return refused(id, 503, "secret-missing", "The secret of this connection cannot be read here.");
        }
        return switch (provider.get().check(delivery, keys)) {
            case Sender.Stranger(String reason, String sentence) -> refused(id, 401, reason, sentence);
            case Sender.Known() -> arrive(delivery, provider.get());
        };
    }

    /** Those that can be read: while one is replaced, the other still counts. */
    private List<String> keys(Connection connection) {
        List<String> keys = new ArrayList<>();
        for (String reference : connection.webhookSecrets()) {
            try {
                keys.add(secrets.resolve(reference));
            } catch (SecretMissing e) {
                LOG.errorf("connection %s: %s", connection.id(), e.getMessage());
            }
        }
        return keys;
    }

    private Response arrive(Delivery delivery, Provider provider) {
        String id = delivery.connection().id();
        List<String> keys = provider.deliveryKeys(delivery);
        if (duplicates.contains(id, keys)) {
            observations.saw(id, "delivery", "duplicate");
            return Answers.duplicate();
        }
        return switch (provider.arrive(delivery)) {
            case Arrival.Wanted(Webhook webhook) -> keep(webhook, keys);
            case Arrival.NotWanted(String reason) -> {
                observations.saw(id, "delivery", reason.equals("ping") ? "ping" : "not-wanted");
                yield Answers.ignored(reason);
            }
            case Arrival.Refused(String reason) -> refused(id, 422, "unreadable", reason);
        };
    }

    private Response keep(Webhook webhook, List<String> keys) {
        try {
            String where = intake.keep(webhook);
            duplicates.remember(webhook.connection(), keys);
            observations.saw(webhook.connection(), "delivery", where);
            return Answers.accepted();
        } catch (RecordTooBig e) {
            return refused(webhook.connection(), 413, "too-large", "The event is too large even when compressed.");
        } catch (IOException e) {
            LOG.errorf("%s is lost for now, Kafka and the spool failed: %s", webhook, e);
            return refused(webhook.connection(), 503, "not-kept", "The event could not be stored; send it again.");
        }
    }

    private Response refused(String connection, int status, String word, String detail) {
        observations.saw(connection, "rejection", word);
        return Answers.problem(status, word, "The webhook was not accepted", detail);
    }

    @GET
    public Response get() {
        return Response.fromResponse(Answers.problem(
                        405,
                        "method",
                        "Webhooks are sent by POST",
                        "This address takes signed webhooks of a CI system: POST, JSON. docs/providers.md says how."))
                .header("Allow", "POST, OPTIONS")
                .build();
    }

    @OPTIONS
    public Response options() {
        return Response.noContent().header("Allow", "POST, OPTIONS").build();
    }
}
