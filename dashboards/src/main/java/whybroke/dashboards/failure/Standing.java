package whybroke.dashboards.failure;

import whybroke.api.failure.FailureDetail;
import whybroke.api.failure.FailureDetail.Current;
import whybroke.api.failure.VerdictOutcome;
import whybroke.dashboards.failure.FailureView.Sure;
import whybroke.dashboards.failure.FailureView.Whose;

/** Whose an answer is and how sure: what stands beside it. */
final class Standing {
    private Standing() {}

    /** False when a person or history says something else than the rule whose line is shown. */
    static boolean ruleAgrees(FailureDetail failure) {
        if (failure.verdict() == null || "rule".equals(failure.verdict().judge())) {
            return true;
        }
        return failure.ledger().stream()
                .filter(entry -> "rule".equals(entry.judge()))
                .findFirst()
                .map(entry -> entry.label() != null
                        && entry.label() == failure.summary().label())
                .orElse(false);
    }

    static Whose whose(FailureDetail failure) {
        String repository = failure.summary().repository();
        if (failure.summary().outcome() != VerdictOutcome.LABELLED) {
            return new Whose("Not known yet", "somebody of " + repository + " looks first");
        }
        String because = failure.summary().label().word() + " is usually " + usual(failure);
        return switch (failure.summary().blame()) {
            case PLATFORM -> new Whose(owner(failure, "The platform"), because);
            case TEAM -> new Whose(owner(failure, "The team of " + repository), because);
            case SHARED -> new Whose(owner(failure, "The team of " + repository + " and the platform"), because);
        };
    }

    private static String usual(FailureDetail failure) {
        return switch (failure.summary().label().usualBlame()) {
            case PLATFORM -> "the platform’s";
            case TEAM -> "the team’s";
            case SHARED -> "both’s";
        };
    }

    /** A rule may name a team; {@code @code} only says: whoever owns the failing code. */
    private static String owner(FailureDetail failure, String otherwise) {
        String owner = failure.remedy() == null ? null : failure.remedy().owner();
        return owner == null || owner.isBlank() || owner.startsWith("@") ? otherwise : owner;
    }

    static Sure sure(FailureDetail failure) {
        Current verdict = failure.verdict();
        if (verdict == null || Answer.isWaiting(failure)) {
            return new Sure("not judged yet", "the rules have seen nothing of it");
        }
        if ("person".equals(verdict.judge())) {
            return new Sure("a person said so", "a person’s word stands over every rule’s");
        }
        if ("history".equals(verdict.judge())) {
            return new Sure("seen to pass unchanged", "no audit has measured how often this is right");
        }
        if (verdict.outcome() != VerdictOutcome.LABELLED) {
            return new Sure("not sure", "no label rather than a guess");
        }
        return verdict.confidence() == null
                ? new Sure("not measured yet", "no audit has covered this kind of evidence")
                : new Sure(
                        "at least " + Math.round(Math.floor(verdict.confidence() * 100)) + "% right",
                        "lower 95% bound, measured for this kind of evidence");
    }
}
