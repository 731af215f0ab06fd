package whybroke.server.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import whybroke.classifier.index.FailureIndex;
import whybroke.classifier.index.SearchResult;
import whybroke.ingest.FailedJob;
import whybroke.ingest.stream.Outgoing;
import whybroke.ingest.stream.Topics;
import whybroke.ingest.stream.Wire;
import whybroke.server.Backends;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class SearchTest {
    @Inject
    FailureIndex index;

    @Inject
    Outgoing outgoing;

    @Test
    void judgedFailure_isFoundByItsText_withTheLineThatMatched() {
        String word = "w" + UUID.randomUUID().toString().replace("-", "");
        FailedJob failed = send("first line\nthe " + word + " <broke> it\nlast line");

        SearchResult found = await(word);

        assertThat(found.hits()).singleElement().satisfies(hit -> {
            assertThat(hit.id()).isEqualTo(failed.id());
            assertThat(hit.fragments()).containsExactly("the <mark>" + word + "</mark> &lt;broke&gt; it");
        });
        assertThat(index.search(word, List.of("acme/shop"), 10, null).total()).isEqualTo(1);
        assertThat(index.search(word, List.of("acme/till"), 10, null).total()).isZero();
    }

    @Test
    void failuresOfOneKind_findEachOther() {
        String word = "kind" + UUID.randomUUID().toString().replaceAll("[-0-9]", "");
        String log = "gathering parts\n" + word + " valve stuck while turning the " + word + " wheel\nstopped";
        FailedJob one = send(log);
        FailedJob other = send(log + " again");

        await(word, 2);

        assertThat(index.similar(one.id(), null, 5)).first().satisfies(hit -> {
            assertThat(hit.id()).isEqualTo(other.id());
            assertThat(hit.score()).isBetween(0.7f, 1f);
        });
    }

    private FailedJob send(String log) {
        FailedJob failed = Failing.with(log);
        outgoing.sendAndWait(Topics.FAILURES, failed.id().hex(), Wire.write(failed), Duration.ofSeconds(10));
        return failed;
    }

    private SearchResult await(String word) {
        return await(word, 1);
    }

    private SearchResult await(String word, int hits) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> index.search(word, null, 10, null), found -> found.total() == hits);
    }
}
