package whybroke.classifier.index;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.store.AlreadyClosedException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import whybroke.classifier.index.follow.FollowVerdicts;
import whybroke.classifier.index.lucene.Hits;
import whybroke.classifier.index.lucene.IndexFolder;
import whybroke.classifier.index.lucene.Similar;
import whybroke.classifier.index.query.Clause;
import whybroke.classifier.index.query.QueryReader;
import whybroke.ingest.FailureId;

/**
 * This machine's index, in the roles {@code serve} and {@code work}. Each process has a folder of its own, locked while
 * it runs.
 */
@ApplicationScoped
public class LuceneIndex implements FailureIndex {
    private static final int MOST_HITS = 200;
    private final Path path;
    private final String servers;
    private final Instance<StoredFailures> stored;
    private final IndexSettings settings;
    private final Clock clock;
    private FollowVerdicts follower;

    @Inject
    public LuceneIndex(
            @ConfigProperty(name = "whybroke.data", defaultValue = "whybroke-data") Path data,
            @ConfigProperty(name = "kafka.bootstrap.servers", defaultValue = "localhost:9092") String servers,
            Instance<StoredFailures> stored,
            IndexSettings settings,
            Clock clock) {
        this.path = data.resolve("index");
        this.servers = servers;
        this.stored = stored;
        this.settings = settings;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) throws IOException {
        if (settings.enabled()) {
            follower = new FollowVerdicts(path, servers, stored.get(), clock, settings.commitEvery());
            follower.start();
        }
    }

    void stop(@Observes ShutdownEvent event) throws IOException {
        if (follower != null) {
            follower.close();
        }
    }

    @Override
    public SearchResult search(String query, Collection<String> repositories, int limit, String cursor) {
        requireLimit(limit);
        List<Clause> clauses = QueryReader.read(query, clock.instant());
        return ask(folder -> folder.search(
                searcher -> new Hits(query, clauses, repositories).page(searcher, limit, cursor, follower.indexed())));
    }

    @Override
    public List<SearchResult.Found> similar(FailureId id, Collection<String> repositories, int limit) {
        requireLimit(limit);
        return ask(folder -> folder.search(searcher -> new Similar(searcher, repositories).to(id, limit)));
    }

    private static void requireLimit(int limit) {
        if (limit < 1 || limit > MOST_HITS) {
            throw new IllegalArgumentException("a page has 1 to " + MOST_HITS + " hits, not " + limit);
        }
    }

    private <T> T ask(Question<T> question) {
        if (follower == null) {
            throw new IllegalStateException("this process has no search index: it has neither role serve nor work");
        }
        try {
            return question.of(follower.folder());
        } catch (AlreadyClosedException e) {
            throw new IllegalStateException("the search index is being opened again; try again in a few seconds", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Question<T> {
        T of(IndexFolder folder) throws IOException;
    }
}
