package whybroke.server.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A {@code workflow_job} delivery with action {@code completed}, in the shape that GitHub publishes. */
public final class WorkflowJobEvent {
    private static final JsonMapper JSON = new JsonMapper();

    private WorkflowJobEvent() {}

    /** @param web base address of the pages it links to */
    public static byte[] of(DemoJob job, String web) {
        ObjectNode event = JSON.createObjectNode();
        event.put("action", "completed");
        event.set("workflow_job", workflowJob(job, web));
        event.set("repository", repository(job, web));
        event.putObject("organization").put("login", owner(job)).put("id", 4_100);
        event.putObject("sender")
                .put("login", job.actor())
                .put("id", 5_000 + job.actor().length())
                .put("type", "User");
        try {
            return JSON.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode workflowJob(DemoJob job, String web) {
        String run = web + "/" + job.repository() + "/actions/runs/" + job.runId();
        ObjectNode node = JSON.createObjectNode();
        node.put("id", job.id()).put("run_id", job.runId()).put("run_attempt", job.attempt());
        node.put("run_url", run).put("html_url", run + "/job/" + job.id());
        node.put("workflow_name", job.workflow()).put("name", job.name());
        node.put("head_branch", job.branch()).put("head_sha", job.commit());
        node.put("status", "completed").put("conclusion", job.conclusion());
        node.put("created_at", time(job.created())).put("started_at", time(job.started()));
        node.put("completed_at", time(job.finished()));
        ArrayNode steps = node.putArray("steps");
        job.steps()
                .forEach(step -> steps.addObject()
                        .put("number", step.number())
                        .put("name", step.name())
                        .put("status", "completed")
                        .put("conclusion", step.conclusion())
                        .put("started_at", time(step.started()))
                        .put("completed_at", time(step.finished())));
        node.putArray("labels").add("ubuntu-latest");
        node.put("runner_id", 1 + job.id() % 40).put("runner_name", "runner-" + (1 + job.id() % 40));
        node.put("runner_group_id", 2).put("runner_group_name", "GitHub Actions");
        return node;
    }

    private static ObjectNode repository(DemoJob job, String web) {
        ObjectNode node = JSON.createObjectNode();
        node.put("id", job.repositoryId()).put("full_name", job.repository());
        node.put("name", job.repository().substring(owner(job).length() + 1)).put("private", true);
        node.put("html_url", web + "/" + job.repository()).put("default_branch", "main");
        node.putObject("owner").put("login", owner(job)).put("id", 4_100).put("type", "Organization");
        return node;
    }

    private static String owner(DemoJob job) {
        return job.repository().substring(0, job.repository().indexOf('/'));
    }

    /** Seconds, as GitHub gives them. */
    private static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
