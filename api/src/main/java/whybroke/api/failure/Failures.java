package whybroke.api.failure;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import whybroke.api.Page;
import whybroke.api.account.Scope;
import whybroke.api.account.Viewer;
import whybroke.api.store.Cursor;
import whybroke.api.store.Queries;
import whybroke.api.store.Sql;
import whybroke.ingest.FailureId;

/** Questions about failures. What the viewer may not see does not exist for them. */
@ApplicationScoped
public class Failures {
    private static final int MOST_COUNTED = 10_000;

    private final Queries queries;
    private final Details details;
    private final Tails tails;

    Failures(Queries queries, Details details, Tails tails) {
        this.queries = queries;
        this.details = details;
        this.tails = tails;
    }

    /**
     * Newest first.
     *
     * @param cursor from {@link Page#next()}, null for the start
     * @param limit 1 to {@link Page#MOST}
     * @throws IllegalArgumentException when the cursor is not one of ours
     */
    public Page<FailureSummary> page(Viewer viewer, FailureFilter filter, String cursor, int limit) {
        Sql sql = SummaryRows.select(viewer).and(Conditions.of(filter));
        if (cursor != null) {
            Cursor after = Cursor.of(cursor);
            sql.and("and (f.finished, f.id) < (?, ?)", after.time(), new FailureId(after.id()));
        }
        sql.and("order by f.finished desc, f.id desc limit ?", limit + 1);
        return Page.of(queries.list(sql, SummaryRows::read), limit, Failures::cursor);
    }

    private static String cursor(FailureSummary last) {
        return new Cursor(Cursor.micros(last.finished()), last.id().hex()).opaque();
    }

    public Optional<FailureDetail> one(Viewer viewer, FailureId id) {
        return summary(viewer, id).map(summary -> details.of(viewer, summary));
    }

    /** For the one who sent it, whoever may see its repository; what else there was is told as far as they may see. */
    public Optional<FailureDetail> sentBy(Viewer sender, FailureId id) {
        Viewer all = new Viewer(sender.who(), Set.of(), Set.of(Scope.ADMIN));
        return summary(all, id).map(summary -> details.of(sender, summary));
    }

    /** The line of a list alone. */
    public Optional<FailureSummary> summary(Viewer viewer, FailureId id) {
        return queries.first(SummaryRows.select(viewer).and("and f.id = ?", id), SummaryRows::read);
    }

    /** The summaries of those that the viewer may see, in the order asked. */
    public List<FailureSummary> these(Viewer viewer, List<FailureId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<FailureId, FailureSummary> found =
                queries.list(SummaryRows.select(viewer).and("and f.id = any (?)", ids), SummaryRows::read).stream()
                        .collect(Collectors.toMap(FailureSummary::id, Function.identity()));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /** The whole tail; empty when the failure or its tail is not there. */
    public Optional<Excerpt> tail(Viewer viewer, FailureId id) {
        return summary(viewer, id).flatMap(summary -> tails.find(id)).map(Excerpts::whole);
    }

    /** Every verdict ever given on it, newest first; empty when the failure is not there. */
    public Optional<List<LedgerEntry>> ledger(Viewer viewer, FailureId id) {
        return summary(viewer, id).map(summary -> details.ledger(id));
    }

    /** How many there are, counted up to 10,000. */
    public long count(Viewer viewer, FailureFilter filter) {
        Sql inner = SummaryRows.select(viewer).and(Conditions.of(filter)).and("limit ?", MOST_COUNTED);
        Sql sql = new Sql("select count(*) as n from (").and(inner).and(") as found");
        return queries.first(sql, row -> row.count("n")).orElseThrow();
    }
}
