package whybroke.api.upload;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import whybroke.api.Params;
import whybroke.api.problem.ProblemException;
import whybroke.ingest.FinishedJob;
import whybroke.rules.log.LogImage;
import whybroke.rules.match.JobOutcome;

/** What the sender of a log says about its job; only repository and job must be there. */
public class UploadQuery {
    /** Never the name of a real CI system: an upload must not write over what a webhook told. */
    static final String HOST = "upload";

    private static final Pattern PROVIDER = Pattern.compile("[a-z0-9-]{1,40}");
    private static final int MOST_ATTEMPTS = 10_000;

    @QueryParam("repository")
    @Parameter(required = true, example = "acme/shop")
    String repository;

    @QueryParam("job")
    @Parameter(required = true, example = "build")
    String job;

    @QueryParam("branch")
    @Parameter(example = "main")
    String branch;

    @QueryParam("commit")
    @Parameter(example = "3f9c2ab1d0c4e5f60718293a4b5c6d7e8f901234")
    String commit;

    @QueryParam("pipeline")
    @Parameter(description = "Name of the pipeline, the same in every run", example = "ci")
    String pipeline;

    @QueryParam("run")
    @Parameter(description = "Id of the run; with it the same upload counts once", example = "48213")
    String run;

    @QueryParam("attempt")
    @Parameter(description = "Of this job in this run, from 1", example = "1")
    String attempt;

    @QueryParam("url")
    @Parameter(description = "The job, for people", example = "https://ci.example.org/job/48213")
    String url;

    @QueryParam("provider")
    @Parameter(description = "The CI system; rules may ask for it", example = "jenkins")
    String provider;

    @QueryParam("exit_code")
    @Parameter(example = "1")
    String exitCode;

    @QueryParam("outcome")
    @Parameter(
            description = "failed, timed-out, system-failure, startup-failure; a passed one counts too",
            example = "failed")
    String outcome;

    @HeaderParam("Idempotency-Key")
    @Parameter(description = "The same key and the same log count once, however often they are sent")
    String idempotencyKey;

    FinishedJob job(Instant now, LogImage log) {
        String id = jobId();
        int number = attempt();
        return new FinishedJob(
                "upload",
                provider(),
                HOST,
                new FinishedJob.Repository(required("repository", repository), repository, null),
                new FinishedJob.Run(run == null ? id : run, run, number, pipeline(), Params.text("url", url), "upload"),
                new FinishedJob.Job(id, required("job", job), number, url),
                Params.text("branch", branch),
                Params.text("commit", commit),
                null,
                outcome(),
                null,
                exitCode(),
                null,
                false,
                List.of(),
                null,
                null,
                now,
                null,
                null,
                null,
                log);
    }

    /** Reads everything once, so that a wrong parameter is told before a long body is read. */
    void check() {
        job(Instant.EPOCH, null);
    }

    private String jobId() {
        String key = Params.text("Idempotency-Key", idempotencyKey);
        if (key != null) {
            return joined("key", required("repository", repository), key);
        }
        return Params.text("run", run) == null
                ? "once:" + UUID.randomUUID()
                : joined("run", required("repository", repository), pipeline(), run, required("job", job));
    }

    private static String joined(String... parts) {
        return String.join(
                ":",
                java.util.Arrays.stream(parts)
                        .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8))
                        .toList());
    }

    private static String required(String name, String value) {
        if (Params.text(name, value) == null) {
            throw ProblemException.invalid(name, "is missing");
        }
        return value;
    }

    private String pipeline() {
        return Params.text("pipeline", pipeline) == null ? "upload" : pipeline;
    }

    private String provider() {
        if (Params.text("provider", provider) == null) {
            return "upload";
        }
        if (!PROVIDER.matcher(provider).matches()) {
            throw ProblemException.invalid("provider", "must be lower-case letters, digits and dashes, at most 40");
        }
        return provider;
    }

    private int attempt() {
        Long number = Params.number("attempt", attempt);
        if (number != null && (number < 1 || number > MOST_ATTEMPTS)) {
            throw ProblemException.invalid("attempt", "must be 1 to " + MOST_ATTEMPTS);
        }
        return number == null ? 1 : number.intValue();
    }

    private Integer exitCode() {
        return Params.word("exit_code", exitCode, Integer::valueOf);
    }

    private JobOutcome outcome() {
        JobOutcome read = Params.word(
                "outcome",
                outcome,
                word -> JobOutcome.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_')));
        return read == null ? JobOutcome.FAILED : read;
    }
}
