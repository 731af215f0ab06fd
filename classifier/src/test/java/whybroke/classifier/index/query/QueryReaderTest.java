package whybroke.classifier.index.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import whybroke.classifier.index.text.Words;

class QueryReaderTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void emptyQuery_hasNoConditions() {
        assertThat(read("   ")).isEmpty();
        assertThat(QueryReader.read(null, NOW)).isEmpty();
    }

    @Test
    void allForms_areUnderstoodTogether() {
        assertThat(
                        read(
                                "label:infra repo:Acme/* provider:github job:build branch:main rule:maven/* is:unlabelled -label:app"))
                .containsExactly(
                        new Clause.Filter(Field.LABEL, "infra", false, false),
                        new Clause.Filter(Field.REPO, "acme/", true, false),
                        new Clause.Filter(Field.PROVIDER, "github", false, false),
                        new Clause.Filter(Field.JOB, "build", false, false),
                        new Clause.Filter(Field.BRANCH, "main", false, false),
                        new Clause.Filter(Field.RULE, "maven/", true, false),
                        new Clause.Is(State.UNLABELLED, false),
                        new Clause.Filter(Field.LABEL, "app", false, true));
    }

    @Test
    void wordsAndPhrases_areText() {
        assertThat(read("timeout \"could not \\\"resolve\\\"\" -retry"))
                .extracting(clause -> ((Clause.Text) clause)
                        .needle().words().stream().map(Words.Word::term).toList())
                .containsExactly(List.of("timeout"), List.of("could", "not", "resolve"), List.of("retry"));
    }

    @Test
    void quotedValue_mayHoldSpacesAndStars() {
        assertThat(read("job:\"build (*)\"")).containsExactly(new Clause.Filter(Field.JOB, "build (*)", false, false));
    }

    @Test
    void wordWithStar_isAPrefix() {
        assertThat(read("ERR_PN*"))
                .singleElement()
                .satisfies(clause ->
                        assertThat(((Clause.Text) clause).needle().prefix()).isTrue());
    }

    @ParameterizedTest
    @CsvSource({
        "since:7d, 2026-11-13T12:00:00Z",
        "since:90m, 2026-11-20T10:30:00Z",
        "since:2w, 2026-11-06T12:00:00Z",
        "since:2026-11-01, 2026-11-01T00:00:00Z",
        "since:2026-11-01T10:00:00Z, 2026-11-01T10:00:00Z"
    })
    void since_isATime(String query, Instant from) {
        assertThat(read(query)).containsExactly(new Clause.Since(from));
    }

    @Test
    void untilADay_includesTheDay() {
        assertThat(read("until:2026-11-01")).containsExactly(new Clause.Until(Instant.parse("2026-11-02T00:00:00Z")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://repo.example.org/x", "com.acme:lib:1.2", "Error:oops"})
    void textOfLogs_isTextWhereItCannotBeMeantOtherwise(String text) {
        assertThat(read(text)).singleElement().isInstanceOf(Clause.Text.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "label:infr | at character 7: expected one of infra, dependency, flaky-test, permission, app or unlabelled, not 'infr'",
                "x owner:me | at character 3: 'owner:' is not known; expected one of label, repo,",
                "x \"open | at character 3: this quote is never closed",
                "label: | at character 7: expected a value after 'label:'",
                "repo:*shop | at character 6: a star may stand at the end only",
                "repo:* | at character 6: expected text before the star",
                "repo:a*b | at character 7: a star may stand at the end only",
                "a* | at character 1: expected at least 2 letters or digits before the star",
                "*** | at character 1: expected a word",
                "- | at character 2: expected a word",
                "-since:7d | at character 2: 'since:' cannot be negated",
                "since:yesterday | at character 7: expected a time after 'since:', such as 7d",
                "until:2026-13-45 | at character 7: expected a time after 'until:'",
                "is:red | at character 4: expected labelled, unlabelled or confirmed, not 'red'",
                "fingerprint:xyz | at character 13: expected 3 to 16 hex digits of a fingerprint"
            })
    void unreadableQuery_saysWhereAndWhatWasExpected(String query, String sentence) {
        assertThatThrownBy(() -> read(query)).isInstanceOf(QueryError.class).hasMessageStartingWith(sentence);
    }

    @Test
    void query_isBounded() {
        assertThatThrownBy(() -> read("a".repeat(1_001))).hasMessageContaining("at most 1000 characters");
        assertThatThrownBy(() -> read("ab ".repeat(33))).hasMessageContaining("at most 32 conditions");
        assertThatThrownBy(() -> read("\"" + "a ".repeat(65) + "\"")).hasMessageContaining("at most 64 words");
    }

    private static List<Clause> read(String query) {
        return QueryReader.read(query, NOW);
    }
}
