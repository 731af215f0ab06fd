package whybroke.dashboards.failure;

import java.util.ArrayList;
import java.util.List;
import whybroke.api.failure.FailureDetail;
import whybroke.api.failure.FailureDetail.Facts;
import whybroke.rules.match.StepFact;
import whybroke.rules.match.StepResult;

/** The answer when there is nothing to read: what is known, why not more, what happens next. */
final class Unread {
    private Unread() {}

    static Answer answer(FailureDetail failure) {
        String because = failure.logBecause();
        List<String> lines = new ArrayList<>();
        lines.add(sentence(failure));
        if (because != null) {
            lines.add(because);
        }
        String known = known(failure.facts());
        if (!known.isEmpty()) {
            lines.add("Known without the log: " + known + ".");
        }
        boolean waits = failure.summary().logState().isWaiting();
        return new Answer(
                Answer.UNLABELLED,
                waits ? "no verdict yet" : Answer.UNLABELLED,
                waits ? null : "no evidence",
                heading(failure),
                lines);
    }

    private static String heading(FailureDetail failure) {
        return switch (failure.summary().logState()) {
            case NOT_READY -> "The log is not there yet";
            case EMPTY -> "The log is empty";
            case EXPIRED, DELETED -> "The log is gone";
            case FORBIDDEN -> "We may not read this log";
            case UNREACHABLE -> "We know it failed, not why: the log could not be fetched";
            case BINARY -> "The log is not text";
            case TOO_LARGE -> "The log is too large to be read whole";
            case NEVER_RAN -> "The job never ran";
            case WHOLE, CUT -> "Nothing in the log tells why";
        };
    }

    private static String sentence(FailureDetail failure) {
        String connection = failure.facts().connection();
        return switch (failure.summary().logState()) {
            case NOT_READY ->
                "The provider has not published it. We ask again by ourselves, and this page updates itself.";
            case EMPTY -> "The provider answered with an empty log. It may have lost it, or the job printed nothing.";
            case EXPIRED -> "The provider keeps logs for some time only, and this one was never fetched before.";
            case DELETED -> "Somebody deleted it at the provider before it was fetched.";
            case FORBIDDEN ->
                "The provider refused it to our connection “" + connection
                        + "”. An administrator must give that connection’s token the right to read logs.";
            case UNREACHABLE -> "We asked again and again until we gave up. Nothing else is lost.";
            case BINARY -> "What the provider sent cannot be read as lines, so nothing was kept.";
            case TOO_LARGE -> "We read as far as we may; what decides may be behind that.";
            case NEVER_RAN -> "No step was started, so there is no log.";
            case WHOLE, CUT -> "It has lines, but none is evidence.";
        };
    }

    private static String known(Facts facts) {
        List<String> known = new ArrayList<>();
        if (facts.exitCode() != null) {
            known.add("exit code " + facts.exitCode());
        }
        if (facts.signal() != null) {
            known.add("signal " + facts.signal());
        }
        if (facts.reason() != null) {
            known.add("the provider says “" + facts.reason() + "”");
        }
        if (facts.runner() != null) {
            known.add("runner " + facts.runner());
        }
        facts.steps().stream()
                .filter(step -> step.result() == StepResult.FAILED || step.result() == StepResult.TIMED_OUT)
                .map(StepFact::name)
                .findFirst()
                .ifPresent(step -> known.add("step “" + step + "” failed"));
        return String.join(", ", known);
    }
}
