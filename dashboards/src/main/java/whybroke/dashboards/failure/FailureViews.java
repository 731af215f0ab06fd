package whybroke.dashboards.failure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import whybroke.api.account.Viewer;
import whybroke.api.failure.FailureDetail;
import whybroke.api.failure.FailureDetail.Current;
import whybroke.api.failure.FailureDetail.SeenBefore;
import whybroke.api.failure.Failures;
import whybroke.api.rule.Installation;
import whybroke.api.search.Search;
import whybroke.dashboards.chart.Bars;
import whybroke.dashboards.failure.FailureView.Choice;
import whybroke.dashboards.failure.FailureView.Other;
import whybroke.dashboards.failure.FailureView.Seen;
import whybroke.dashboards.page.Shells;
import whybroke.dashboards.text.Remedy;
import whybroke.dashboards.text.Times;
import whybroke.ingest.FailureId;

/** Asks for everything that the page of one failure shows, and puts it into words. */
@ApplicationScoped
class FailureViews {
    private static final int SIMILAR = 5;

    @Inject
    Failures failures;

    @Inject
    Search search;

    @Inject
    Installation installation;

    @Inject
    Shells shells;

    Optional<FailureView> one(Viewer viewer, FailureId id) {
        return failures.one(viewer, id).map(failure -> view(viewer, failure));
    }

    private FailureView view(Viewer viewer, FailureDetail failure) {
        Times times = shells.times();
        Runs runs = new Runs(times);
        return new FailureView(
                failure,
                Answer.of(failure),
                times.when(failure.summary().finished()),
                failure.verdict() == null ? null : times.when(failure.verdict().at()),
                took(failure),
                failure.remedy() == null ? null : Remedy.html(failure.remedy().markdown()),
                Standing.whose(failure),
                Standing.sure(failure),
                failure.summary().logState().hasLines() ? older(failure.verdict()) : null,
                choices(failure),
                LogView.of(failure.excerpt()),
                failure.otherHits().stream()
                        .map(hit -> new Other(hit, Words.lost(hit)))
                        .toList(),
                seen(failure.seen(), times),
                runs.oldestFirst(failure.history()),
                runs.words(failure.history()),
                runs.asGiven(failure.attempts()),
                new Changes(times).of(failure.ledger()),
                similar(viewer, failure));
    }

    private List<whybroke.api.search.SearchPage.Hit> similar(Viewer viewer, FailureDetail failure) {
        return failure.summary().logState().hasLines()
                ? search.similar(viewer, failure.summary().id(), SIMILAR)
                : List.of();
    }

    private String older(Current verdict) {
        if (verdict == null || verdict.library() == null || !"rule".equals(verdict.judge())) {
            return null;
        }
        String active = installation.status().activeLibrary();
        return active == null || active.equals(verdict.library())
                ? null
                : verdict.library().substring(0, 8);
    }

    private static List<Choice> choices(FailureDetail failure) {
        Current verdict = failure.verdict();
        return verdict == null
                ? List.of()
                : verdict.candidates().stream()
                        .map(hit -> new Choice(hit.label(), hit.text(), hit))
                        .toList();
    }

    private static Seen seen(SeenBefore seen, Times times) {
        if (seen == null) {
            return null;
        }
        List<Bars.Day> days = seen.days().stream()
                .map(day -> new Bars.Day(day.day(), day.failures()))
                .toList();
        return new Seen(
                seen.before() == 0 ? "never" : Words.count(seen.before(), "time", "times"),
                Words.count(seen.repositories(), "repository", "repositories"),
                times.when(seen.first()),
                times.when(seen.last()),
                Bars.spark(days));
    }

    private static String took(FailureDetail failure) {
        var facts = failure.facts();
        return facts.started() == null || facts.finished() == null
                ? null
                : Times.length(Duration.between(facts.started(), facts.finished()));
    }
}
