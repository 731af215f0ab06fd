package whybroke.dashboards.failure;

import java.util.ArrayList;
import java.util.List;
import whybroke.api.failure.FailureDetail;
import whybroke.api.failure.FailureDetail.Current;
import whybroke.api.failure.VerdictOutcome;
import whybroke.ingest.LogState;
import whybroke.rules.Blame;
import whybroke.rules.Label;
import whybroke.rules.match.JobOutcome;

/**
 * The largest text of the page and the few lines below it.
 *
 * @param hue the label whose colour the box takes, {@code unlabelled} for none
 * @param label what stands beside the shape
 * @param note in small letters beside it, null for none
 * @param heading the answer
 * @param lines what is known, why not more, what happens next
 */
public record Answer(String hue, String label, String note, String heading, List<String> lines) {
    static final String UNLABELLED = "unlabelled";

    public Answer {
        lines = List.copyOf(lines);
    }

    static Answer of(FailureDetail failure) {
        JobOutcome outcome = failure.facts().outcome();
        if (outcome == JobOutcome.CANCELLED || outcome == JobOutcome.SKIPPED) {
            return unlabelled(
                    "not a failure",
                    null,
                    outcome == JobOutcome.CANCELLED ? "This job was cancelled" : "This job was skipped",
                    "It is in no rate and in no ticket.");
        }
        return switch (failure.summary().outcome()) {
            case PENDING -> pending(failure);
            case LABELLED -> labelled(failure);
            case NO_RULE -> noRule(failure);
            case AMBIGUOUS -> ambiguous(failure);
            case NO_EVIDENCE -> Unread.answer(failure);
        };
    }

    static Answer unlabelled(String label, String note, String heading, String... lines) {
        return new Answer(UNLABELLED, label, note, heading, List.of(lines));
    }

    private static Answer pending(FailureDetail failure) {
        if (failure.summary().logState() != LogState.NOT_READY) {
            return unlabelled(
                    "no verdict yet",
                    null,
                    "We know it failed, not yet why",
                    "The log is here; the rules are reading it. This page updates itself.");
        }
        return Unread.answer(failure);
    }

    private static Answer labelled(FailureDetail failure) {
        Current verdict = failure.verdict();
        Label label = failure.summary().label();
        Blame blame = failure.summary().blame() == null
                ? label.usualBlame()
                : failure.summary().blame();
        return new Answer(
                label.word(),
                label.word(),
                Words.whose(blame),
                heading(verdict, Standing.ruleAgrees(failure), label, blame),
                lines(failure));
    }

    private static String heading(Current verdict, boolean ruleAgrees, Label label, Blame blame) {
        String mine = Words.mine(label, blame) + ": ";
        if ("history".equals(verdict.judge())) {
            return mine + "the same commit passed later";
        }
        return mine
                + (ruleAgrees && verdict.summary() != null ? Words.inside(verdict.summary()) : Words.meaning(label));
    }

    private static List<String> lines(FailureDetail failure) {
        List<String> lines = new ArrayList<>();
        Current verdict = failure.verdict();
        if ("person".equals(verdict.judge())) {
            lines.add(verdict.person() + " said so" + (verdict.reason() == null ? "." : ": " + verdict.reason()));
        }
        if ("history".equals(verdict.judge())) {
            lines.add("The same job passed later on the same commit, and nothing had changed in between.");
        }
        if (failure.summary().mayFail()) {
            lines.add("This job may fail: its failure did not fail the run and counts in no rate.");
        }
        LogState state = failure.summary().logState();
        if (state == LogState.CUT || state == LogState.TOO_LARGE) {
            lines.add("Judged on " + Words.number(failure.excerpt().keptLines()) + " of "
                    + Words.number(failure.excerpt().rawLines()) + " lines.");
        } else if (!state.hasLines() && "rule".equals(verdict.judge())) {
            lines.add("Judged by what the CI system reports, without a log: " + Words.log(state) + ".");
        }
        return lines;
    }

    private static Answer noRule(FailureDetail failure) {
        List<String> lines = new ArrayList<>(List.of("No rule matched a line of its log."));
        if (failure.seen() != null && failure.seen().before() > 0) {
            lines.add(Words.count(failure.seen().before(), "earlier failure looks", "earlier failures look")
                    + " the same, so they are one incident.");
        }
        return new Answer(UNLABELLED, UNLABELLED, "no rule", "Nobody has taught us this one yet", lines);
    }

    private static Answer ambiguous(FailureDetail failure) {
        int candidates = failure.verdict().candidates().size();
        return unlabelled(
                UNLABELLED,
                "ambiguous",
                candidates > 1 ? "We are not sure: one of these " + candidates : "We are not sure",
                "Rules of the same rank disagree and nothing tells which is right.");
    }

    /** True while another look may show more. */
    static boolean isWaiting(FailureDetail failure) {
        return failure.summary().outcome() == VerdictOutcome.PENDING
                || failure.summary().logState().isWaiting();
    }
}
