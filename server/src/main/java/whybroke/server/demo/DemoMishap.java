package whybroke.server.demo;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import whybroke.rules.Label;
import whybroke.rules.library.Sample;
import whybroke.rules.match.JobOutcome;

/** Something that goes wrong in a made-up build. */
sealed interface DemoMishap {
    /** Whose output it is. */
    String tool();

    /** Share of such failures that pass when they are run again. */
    double passesOnRerun();

    List<StubbedLog> log(Instant from, Instant to);

    List<DemoJob.Step> steps(Instant from, Instant to);

    /** GitHub's word. */
    default String conclusion() {
        return "failure";
    }

    default DemoProject.Work work() {
        return DemoProject.work(tool());
    }

    /** What a rule's sample shows. */
    record Known(Sample sample, Label label) implements DemoMishap {
        @Override
        public String tool() {
            return sample.rule().tool();
        }

        @Override
        public double passesOnRerun() {
            return switch (label) {
                case INFRA -> 0.5;
                case FLAKY_TEST -> 0.8;
                case DEPENDENCY, PERMISSION, APP -> 0.03;
            };
        }

        @Override
        public List<StubbedLog> log(Instant from, Instant to) {
            return List.of(new StubbedLog.Ready(DemoLog.of(sample, from, to)));
        }

        @Override
        public List<DemoJob.Step> steps(Instant from, Instant to) {
            return sample.facts().steps().isEmpty()
                    ? DemoSteps.failed(work(), "failure", from, to)
                    : DemoSteps.of(sample.facts().steps(), from, to);
        }

        @Override
        public String conclusion() {
            return sample.facts().outcome() == JobOutcome.TIMED_OUT ? "timed_out" : "failure";
        }
    }

    /** Text that no rule knows: somebody has to write one. */
    record Unknown(String tool) implements DemoMishap {
        @Override
        public double passesOnRerun() {
            return 0.1;
        }

        @Override
        public List<StubbedLog> log(Instant from, Instant to) {
            String text = """
                    loading rollout plan for region eu-2
                    plan has 4 waves, 12 cells
                    wave 1: cell c-03 answered "ledger mismatch: expected 4410, counted 4409"
                    rollout stopped before wave 2
                    """;
            return List.of(new StubbedLog.Ready(text.getBytes(StandardCharsets.UTF_8)));
        }

        @Override
        public List<DemoJob.Step> steps(Instant from, Instant to) {
            return DemoSteps.failed(work(), "failure", from, to);
        }

        @Override
        public DemoProject.Work work() {
            return new DemoProject.Work("rollout", "Roll out");
        }
    }

    /** A log that GitHub has removed in the meantime. */
    record Expired(String tool) implements DemoMishap {
        @Override
        public double passesOnRerun() {
            return 0;
        }

        @Override
        public List<StubbedLog> log(Instant from, Instant to) {
            return List.of(new StubbedLog.Expired());
        }

        @Override
        public List<DemoJob.Step> steps(Instant from, Instant to) {
            return DemoSteps.failed(work(), "failure", from, to);
        }
    }
}
