package whybroke.rules.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import whybroke.rules.match.Tier;

class ConfidenceTest {
    @Test
    void bound_is_wilsons() {
        assertThat(new Confidence.Measured(Tier.CAUSE, "line", 100, 95).lower()).isEqualTo(0.8882);
        assertThat(new Confidence.Measured(Tier.CAUSE, "line", 10, 10).lower()).isEqualTo(0.7225);
        assertThat(new Confidence.Measured(Tier.CAUSE, "line", 10, 0).lower()).isEqualTo(0.0);
    }

    @Test
    void impossible_counts_are_refused() {
        assertThatThrownBy(() -> Confidence.read(Bundle.json(
                        "confidence.json", "[{\"tier\":\"cause\",\"evidence\":\"line\",\"n\":3,\"right\":4}]")))
                .isInstanceOf(RuleException.class);
    }
}
