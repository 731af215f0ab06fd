package whybroke.api.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CurrentTest {
    private static final Optional<Entry> RULE = Optional.of(entry(1, "dependency", "shared", "npm/missing"));
    private static final Optional<Entry> HISTORY = Optional.of(entry(2, "flaky-test", "team", null));
    private static final Optional<Entry> PERSON = Optional.of(entry(3, "dependency", "team", null));

    @Test
    void nobody_isPending() {
        assertThat(Current.of(Optional.empty(), Optional.empty(), Optional.empty(), null))
                .isEqualTo(Current.PENDING);
    }

    @Test
    void person_isAboveHistoryAndRule() {
        Current current = Current.of(RULE, HISTORY, PERSON, 7L);

        assertThat(current.judge()).isEqualTo("person");
        assertThat(current.verdict()).isEqualTo(3);
    }

    @Test
    void history_isAboveRule() {
        assertThat(Current.of(RULE, HISTORY, Optional.empty(), 7L).label()).isEqualTo("flaky-test");
    }

    @Test
    void whoeverGivesTheLabel_ruleEvidenceAndCauseAreTheRules() {
        Current current = Current.of(RULE, HISTORY, Optional.empty(), 7L);

        assertThat(current.rule()).isEqualTo("npm/missing");
        assertThat(current.cause()).isEqualTo(7);
        assertThat(current.confidence()).isNull();
    }

    @Test
    void whoAgreesWithTheRule_keepsItsBlame() {
        assertThat(Current.of(RULE, Optional.empty(), PERSON, 7L).blame()).isEqualTo("shared");
        assertThat(Current.of(RULE, HISTORY, Optional.empty(), 7L).blame()).isEqualTo("team");
    }

    private static Entry entry(long id, String label, String blame, String rule) {
        return new Entry(
                id, null, "labelled", label, blame, rule, 1, "cause", 0.9, 4, "evidence", "00", null, Instant.EPOCH);
    }
}
