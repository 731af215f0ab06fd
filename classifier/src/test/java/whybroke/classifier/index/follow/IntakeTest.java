package whybroke.classifier.index.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static whybroke.classifier.index.Failures.NOON;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whybroke.classifier.Verdict;
import whybroke.classifier.index.IndexedFailure;
import whybroke.classifier.index.SearchResult;
import whybroke.classifier.index.lucene.Hits;
import whybroke.classifier.index.lucene.IndexFolder;
import whybroke.classifier.index.query.QueryReader;
import whybroke.rules.Label;

class IntakeTest {
    @TempDir
    Path path;

    private final StoredByHand stored = new StoredByHand();
    private final HandClock clock = new HandClock(NOON);
    private final Looks looks = new Looks();
    private IndexFolder folder;
    private Intake intake;

    @BeforeEach
    void open() throws IOException {
        folder = IndexFolder.open(path);
        intake = new Intake(folder, new Truth(stored), looks, clock);
    }

    @AfterEach
    void close() throws IOException {
        folder.close();
    }

    @Test
    void verdictNotRecordedYet_isFoundByItsOwnWords() throws IOException {
        intake.take(Verdicts.byRule("1", 1, "disk full", NOON), 0, 0);

        assertThat(found("disk label:infra rule:network/*")).isEqualTo(1);
    }

    @Test
    void recordedForm_replacesTheVerdictsOwnWords_onceItIsThere() throws IOException {
        Verdict.ByRule verdict = Verdicts.byRule("1", 1, "disk full", NOON);
        intake.take(verdict, 0, 0);
        stored.store(Judged.of(verdict).withWord("app", "person"));

        lookAfter(Duration.ofSeconds(2));

        assertThat(found("disk label:app is:confirmed")).isEqualTo(1);
    }

    @Test
    void recordingThatLagsBehind_doesNotResurrectAnOlderFetch() throws IOException {
        stored.store(Judged.of(Verdicts.byRule("1", 1, null, NOON)));

        intake.take(Verdicts.byRule("1", 2, "disk full", NOON), 0, 0);
        lookAfter(Duration.ofSeconds(2));

        assertThat(found("disk label:infra")).isEqualTo(1);
        assertThat(looks.holdBack(Map.of(0, 5L))).containsEntry(0, 0L);

        stored.store(Judged.of(Verdicts.byRule("1", 2, "disk full", NOON)));
        lookAfter(Duration.ofMinutes(2));

        assertThat(looks.holdBack(Map.of(0, 5L))).containsEntry(0, 5L);
    }

    @Test
    void fetchMadeTwiceWithTwoEnds_isReadAgainUntilTheEndThatStandsIsStored() throws IOException {
        stored.store(Judged.of(Verdicts.byRule("1", 1, null, NOON)));

        intake.take(Verdicts.byRule("1", 1, "disk full", NOON), 0, 0);
        lookAfter(Duration.ofSeconds(2));

        assertThat(looks.holdBack(Map.of(0, 5L))).containsEntry(0, 0L);

        stored.store(Judged.of(Verdicts.byRule("1", 1, "disk full", NOON)));
        lookAfter(Duration.ofMinutes(2));

        assertThat(found("disk label:infra")).isEqualTo(1);
        assertThat(looks.holdBack(Map.of(0, 5L))).containsEntry(0, 5L);
    }

    @Test
    void personsWord_isReadFromTheTruth() throws IOException {
        Verdict.ByRule verdict = Verdicts.byRule("1", 1, "disk full", NOON);
        intake.take(verdict, 0, 0);
        stored.store(Judged.of(verdict).withWord("permission", "person"));

        intake.take(new Verdict.ByPerson(verdict.failure(), "e1", "sam", Label.PERMISSION, null, NOON), 0, 1);

        assertThat(found("label:permission")).isEqualTo(1);
    }

    @Test
    void libraryTriedOut_changesNothing() throws IOException {
        intake.take(Verdicts.byRule("1", 1, "disk full", true, NOON), 0, 0);

        assertThat(found("")).isZero();
    }

    @Test
    void databaseAway_verdictsAreFoundAllTheSame_andReadAgainLater() throws IOException {
        stored.away = true;
        Verdict.ByRule verdict = Verdicts.byRule("1", 1, "disk full", NOON);
        intake.take(verdict, 3, 17);
        assertThat(found("disk")).isEqualTo(1);
        assertThat(looks.holdBack(Map.of(3, 20L))).containsEntry(3, 17L);

        lookAfter(Duration.ofMinutes(2));

        assertThat(looks.holdBack(Map.of(3, 20L))).containsEntry(3, 17L);
    }

    @Test
    void anyOrder_anyNumberOfTimes_endsAsTheTruth() throws IOException {
        Verdict.ByRule first = Verdicts.byRule("1", 1, null, NOON);
        Verdict.ByRule second = Verdicts.byRule("1", 2, "disk full", NOON.plusSeconds(5));
        Verdict person = new Verdict.ByPerson(first.failure(), "e1", "sam", Label.APP, null, NOON);
        IndexedFailure truth = Judged.of(second).withWord("app", "person");
        for (int seed = 0; seed < 12; seed++) {
            Random random = new Random(seed);
            List<Verdict> verdicts =
                    new ArrayList<>(List.of(first, second, person, first, second, person, second, first));
            Collections.shuffle(verdicts, random);
            int recordedAfter = random.nextInt(verdicts.size());
            StoredByHand database = new StoredByHand();
            try (IndexFolder other = IndexFolder.open(path.resolve("seed-" + seed))) {
                Intake shuffled = new Intake(other, new Truth(database), new Looks(), clock);
                for (int i = 0; i < verdicts.size(); i++) {
                    if (i == recordedAfter) {
                        database.store(truth);
                    }
                    shuffled.take(verdicts.get(i), 0, i);
                }
                clock.advance(Duration.ofMinutes(2));
                shuffled.lookAgain();

                assertThat(found(other, "")).as("seed %d", seed).isEqualTo(1);
                assertThat(found(other, "disk label:app is:confirmed"))
                        .as("seed %d", seed)
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void rebuild_holdsAllThatIsStored_andGoesOnFromTheNotedEnds() throws IOException {
        for (int i = 0; i < 1_200; i++) {
            stored.store(Judged.of(Verdicts.byRule(Integer.toString(i), 1, "disk full " + i, NOON)));
        }
        Progress progress = new Progress();

        Note note = new Rebuild(folder, new Truth(stored), progress, () -> false).from("topic", Map.of(0, 4L, 1, 9L));

        assertThat(found("disk")).isEqualTo(1_200);
        assertThat(note.offsets()).containsOnly(Map.entry(0, 4L), Map.entry(1, 9L));
        assertThat(Note.read(folder.note()).continues("topic")).isTrue();
        assertThat(Note.read(folder.note()).continues("another topic")).isFalse();
    }

    @Test
    void rebuildThatWasCutShort_doesNotCountAsDone() throws IOException {
        stored.store(Judged.of(Verdicts.byRule("1", 1, "disk full", NOON)));

        org.assertj.core.api.Assertions.assertThatThrownBy(
                () -> new Rebuild(folder, new Truth(stored), new Progress(), () -> true).from("topic", Map.of(0, 4L)));

        assertThat(Note.read(folder.note()).continues("topic")).isFalse();
    }

    private void lookAfter(Duration wait) throws IOException {
        clock.advance(wait);
        intake.lookAgain();
    }

    private long found(String query) throws IOException {
        return found(folder, query);
    }

    private static long found(IndexFolder folder, String query) throws IOException {
        folder.refresh();
        SearchResult page = folder.search(
                searcher -> new Hits(query, QueryReader.read(query, NOON), null).page(searcher, 10, null, 1));
        return page.total();
    }
}
