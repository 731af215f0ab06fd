package whybroke.api.failure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JobLinksTest {
    @Test
    void addressOfAStepInAJob_leadsToTheJobThenToItsRun() {
        assertThat(JobLinks.addresses("https://github.com/acme/shop/actions/runs/7/job/9?pr=1#step:4:12"))
                .contains(
                        "https://github.com/acme/shop/actions/runs/7/job/9",
                        "https://github.com/acme/shop/actions/runs/7");
    }

    @Test
    void addressOfAnAttempt_leadsToItsRun() {
        assertThat(JobLinks.addresses("https://github.com/acme/shop/actions/runs/7/attempts/2/"))
                .contains("https://github.com/acme/shop/actions/runs/7");
    }

    @Test
    void addressWithAQueryOfItsOwn_isAlsoTriedAsItIs() {
        assertThat(JobLinks.addresses("https://ci.example.org/view?id=5")).contains("https://ci.example.org/view?id=5");
    }

    @Test
    void anyText_takesFewSteps() {
        assertThat(JobLinks.addresses("https://x/" + "job/".repeat(400))).hasSizeLessThan(9);
    }
}
