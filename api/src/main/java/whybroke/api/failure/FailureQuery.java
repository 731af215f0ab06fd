package whybroke.api.failure;

import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import whybroke.api.Params;
import whybroke.api.trend.FigureSettings;
import whybroke.ingest.LogState;

/** The parameters of a list of failures. */
public class FailureQuery {
    @QueryParam("label")
    @Parameter(
            description = "infra, dependency, flaky-test, permission, app, or none for unlabelled",
            example = "infra")
    String label;

    @QueryParam("repository")
    @Parameter(description = "Full name; a * at the end allows any rest", example = "acme/*")
    String repository;

    @QueryParam("branch")
    @Parameter(example = "main")
    String branch;

    @QueryParam("job")
    @Parameter(example = "build")
    String job;

    @QueryParam("outcome")
    @Parameter(description = "pending, labelled, no-rule, ambiguous, no-evidence; more may come", example = "labelled")
    String outcome;

    @QueryParam("log_state")
    @Parameter(description = "whole, cut, not-ready, empty, expired ...; more may come", example = "whole")
    String logState;

    @QueryParam("cause")
    @Parameter(description = "Id of a cause", example = "42")
    String cause;

    @QueryParam("since")
    @Parameter(description = "Finished at or after: ISO 8601, a date, or 7d", example = "7d")
    String since;

    @QueryParam("until")
    @Parameter(description = "Finished before: ISO 8601, a date, or 7d", example = "2026-11-21T00:00:00Z")
    String until;

    @QueryParam("q")
    @Parameter(
            description = "Words that all occur in job, repository, branch or evidence",
            example = "connection reset")
    String q;

    @QueryParam("cursor")
    @Parameter(description = "next_cursor of the page before")
    String cursor;

    @QueryParam("limit")
    @Parameter(description = "1 to 200, 50 when absent", example = "50")
    String limit;

    FailureFilter filter(FigureSettings settings, Clock clock) {
        return new FailureFilter(
                Params.label(label),
                Params.text("repository", repository),
                Params.text("branch", branch),
                Params.text("job", job),
                Params.word("outcome", outcome, VerdictOutcome::of),
                Params.word("log_state", logState, LogState::of),
                Params.number("cause", cause),
                Params.time("since", since, settings.zone(), clock),
                Params.time("until", until, settings.zone(), clock),
                Params.text("q", q));
    }
}
