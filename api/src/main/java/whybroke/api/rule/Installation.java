package whybroke.api.rule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.Map;
import java.util.TreeMap;
import whybroke.api.store.Queries;
import whybroke.api.store.Sql;
import whybroke.classifier.index.FailureIndex;
import whybroke.rules.Engine;

/** How the installation stands. Names no repository, so every viewer gets the same answer. */
@ApplicationScoped
public class Installation {
    private final Queries queries;
    private final ActiveLibrary library;
    private final Instance<FailureIndex> index;

    Installation(Queries queries, ActiveLibrary library, Instance<FailureIndex> index) {
        this.queries = queries;
        this.library = library;
        this.index = index;
    }

    public Status status() {
        Map<String, Long> deadLetters = new TreeMap<>();
        queries.list(
                new Sql("select detail, count(*) as n from observation where kind = 'dead-letter' group by detail"),
                row -> deadLetters.put(row.text("detail"), row.count("n")));
        String active = library.hash("active").orElse(null);
        String shadow = library.hash("shadow").orElse(null);
        String version = library.library().version();
        double indexed = index.get().search("", null, 1, null).indexed();
        return queries.first(
                        new Sql("""
                                select (select count(*) from failure) as failures,
                                       (select count(*) from outbox) as outbox, waiting.oldest, waiting.n
                                from (select min(due) as oldest, count(*) as n from task
                                      where kind = 'late-fetch' and state in ('waiting', 'running')) as waiting"""),
                        row -> new Status(
                                active,
                                version,
                                shadow,
                                Engine.VERSION,
                                indexed,
                                row.count("failures"),
                                row.count("outbox"),
                                row.time("oldest"),
                                row.count("n"),
                                deadLetters))
                .orElseThrow();
    }
}
