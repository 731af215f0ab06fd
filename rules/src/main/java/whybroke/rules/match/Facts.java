package whybroke.rules.match;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import whybroke.rules.library.FactName;

/** The values of each fact that a rule may ask for; none when unknown. */
final class Facts {
    private Facts() {}

    static List<String> values(JobFacts facts, FactName name) {
        Stream<?> values = switch (name) {
            case OUTCOME -> Stream.ofNullable(facts.outcome());
            case PROVIDER_REASON -> Stream.ofNullable(facts.providerReason());
            case EXIT_CODE -> Stream.ofNullable(facts.exitCode());
            case SIGNAL -> Stream.ofNullable(facts.signal());
            case RUNNER -> Stream.ofNullable(facts.runner());
            case STEP -> failed(facts, StepFact::name);
            case PHASE -> failed(facts, StepFact::phase);
        };
        return values.map(value ->
                        value instanceof Enum<?> constant ? constant.name().toLowerCase(Locale.ROOT) : value.toString())
                .toList();
    }

    private static Stream<Object> failed(JobFacts facts, Function<StepFact, Object> part) {
        return facts.steps().stream()
                .filter(step -> !step.mayFail())
                .filter(step -> step.result() == StepResult.FAILED || step.result() == StepResult.TIMED_OUT)
                .map(part)
                .filter(Objects::nonNull);
    }
}
