package whybroke.dashboards.failure;

import java.util.List;
import whybroke.api.failure.LedgerEntry;
import whybroke.dashboards.failure.FailureView.Change;
import whybroke.dashboards.text.Times;

/** The ledger in words. */
record Changes(Times times) {
    List<Change> of(List<LedgerEntry> ledger) {
        return ledger.stream().map(this::change).toList();
    }

    private Change change(LedgerEntry entry) {
        String label = entry.label() == null ? null : entry.label().word();
        return new Change(times.when(entry.at()), who(entry), label, detail(entry));
    }

    private static String who(LedgerEntry entry) {
        return switch (entry.judge()) {
            case "person" -> entry.person() + " says";
            case "history" ->
                entry.outcome().equals("withdrawn")
                        ? "what had passed unchanged was no proof after all:"
                        : "it passed later unchanged:";
            case "shadow" -> "a rule in shadow would say";
            default -> entry.outcome().equals("labelled") ? "a rule says" : "the rules say nothing:";
        };
    }

    private static String detail(LedgerEntry entry) {
        if (entry.reason() != null) {
            return entry.reason();
        }
        if (entry.rule() != null) {
            return entry.rule() + " v" + entry.ruleVersion();
        }
        return entry.label() == null ? entry.outcome() : null;
    }
}
