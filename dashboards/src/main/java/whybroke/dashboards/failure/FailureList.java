package whybroke.dashboards.failure;

import java.util.Arrays;
import java.util.List;
import whybroke.api.failure.FailureSummary;
import whybroke.api.failure.VerdictOutcome;
import whybroke.dashboards.text.When;
import whybroke.ingest.LogState;

/**
 * The list of failures as it is drawn.
 *
 * @param query what was asked for
 * @param tabs one per label, with their number in the period
 * @param axes the two axes in words, null when they cannot be counted for this filter
 * @param rows newest first
 * @param count how many there are, in words
 * @param next address of the following page, null at the end
 */
public record FailureList(ListQuery query, List<Tab> tabs, Axes axes, List<Row> rows, String count, String next) {
    /** @param label the label's word, {@code all}, or {@code none} */
    public record Tab(String label, String words, String number, String href, boolean current) {}

    /** @param counted the sentence that says how it was counted */
    public record Axes(List<Part> logs, List<Part> outcomes, String counted) {}

    public record Part(String words, String number) {}

    /** A word of one axis that the list can be narrowed to. */
    public record Choice(String value, String words) {}

    public record Span(int days, String words) {}

    public List<Choice> outcomes() {
        return Arrays.stream(VerdictOutcome.values())
                .map(outcome -> new Choice(outcome.word(), outcome.word()))
                .toList();
    }

    public List<Choice> logs() {
        return Arrays.stream(LogState.values())
                .map(state -> new Choice(state.word(), Words.log(state)))
                .toList();
    }

    public List<Span> spans() {
        return List.of(
                new Span(1, "today"),
                new Span(7, "7 days"),
                new Span(30, "30 days"),
                new Span(90, "90 days"),
                new Span(365, "a year"));
    }

    /** @param state what is not plain about it, null when it has a whole log and a verdict */
    public record Row(FailureSummary failure, String label, String title, String state, When finished) {
        public static Row of(FailureSummary failure, When finished) {
            String label = failure.label() == null
                    ? Answer.UNLABELLED
                    : failure.label().word();
            return new Row(failure, label, title(failure), state(failure), finished);
        }

        private static String title(FailureSummary failure) {
            if (failure.cause() != null && failure.label() != null) {
                return failure.cause().title();
            }
            if (failure.evidence() != null) {
                return failure.evidence();
            }
            if (failure.logState().isWaiting()) {
                return "The log is not there yet";
            }
            return switch (failure.outcome()) {
                case PENDING -> "Not judged yet";
                case LABELLED -> Words.meaning(failure.label());
                case NO_RULE -> "No rule knows it";
                case AMBIGUOUS -> "The rules are not sure";
                case NO_EVIDENCE -> "Nothing to judge by";
            };
        }

        /** Why there is no label; null when there is one, or when the log is still waited for. */
        public String unjudged() {
            return failure.outcome() == VerdictOutcome.LABELLED
                            || failure.logState().isWaiting()
                    ? null
                    : failure.outcome().word();
        }

        private static String state(FailureSummary failure) {
            return switch (failure.logState()) {
                case WHOLE -> failure.mayFail() ? "may fail" : null;
                case CUT, NOT_READY, EMPTY, EXPIRED, DELETED, FORBIDDEN, UNREACHABLE, TOO_LARGE, BINARY, NEVER_RAN ->
                    Words.log(failure.logState());
            };
        }
    }
}
