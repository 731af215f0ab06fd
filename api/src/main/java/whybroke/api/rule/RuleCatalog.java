package whybroke.api.rule;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import whybroke.api.account.Viewer;
import whybroke.api.account.Visibility;
import whybroke.api.store.Queries;
import whybroke.api.store.Sql;
import whybroke.rules.RuleId;
import whybroke.rules.library.Rule;
import whybroke.rules.library.RuleLibrary;

/** The active library, rule by rule, with what each earned. */
@ApplicationScoped
public class RuleCatalog {
    private static final Duration RECENT = Duration.ofDays(30);

    private record Earned(String rule, long hits, Instant last) {
        private static final Earned NOTHING = new Earned(null, 0, null);
    }

    private final Queries queries;
    private final ActiveLibrary active;
    private final Clock clock;

    RuleCatalog(Queries queries, ActiveLibrary active, Clock clock) {
        this.queries = queries;
        this.active = active;
        this.clock = clock;
    }

    /** Most hits first. */
    public List<RuleSummary> all(Viewer viewer) {
        Map<String, Earned> earned = earned(viewer);
        return active.library().rules().stream()
                .map(rule -> summary(rule, earned))
                .sorted(Comparator.comparingLong(RuleSummary::hits30).reversed().thenComparing(RuleSummary::id))
                .toList();
    }

    public Optional<RuleDetail> one(Viewer viewer, RuleId id) {
        RuleLibrary library = active.library();
        return library.rule(id)
                .map(rule -> new RuleDetail(
                        summary(rule, earned(viewer)),
                        rule.remedy(),
                        rule.proof(),
                        rule.references(),
                        library.hash().hex(),
                        library.version()));
    }

    private Map<String, Earned> earned(Viewer viewer) {
        Sql sql = new Sql("""
                        select f.rule, count(*) as hits, max(f.finished) as last
                        from failure f join repository r on r.id = f.repository_id
                        where f.rule is not null and f.judge = 'rule' and f.finished >= ? and""", clock.instant().minus(RECENT))
                .and(Visibility.of(viewer, "r"))
                .and("group by f.rule");
        return queries.list(sql, row -> new Earned(row.text("rule"), row.count("hits"), row.time("last"))).stream()
                .collect(Collectors.toMap(Earned::rule, each -> each));
    }

    private static RuleSummary summary(Rule rule, Map<String, Earned> earned) {
        Earned hits = earned.getOrDefault(rule.id().path(), Earned.NOTHING);
        return new RuleSummary(
                rule.id().path(),
                rule.version(),
                rule.status(),
                rule.label(),
                rule.blame(),
                rule.tier(),
                rule.summary(),
                rule.owner(),
                rule.retry(),
                hits.hits(),
                hits.last());
    }
}
