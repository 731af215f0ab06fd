package whybroke.rules.library;

import java.util.List;
import whybroke.rules.Label;
import whybroke.rules.match.Phase;

/**
 * Where a rule applies. An empty list is everywhere; texts may hold {@code *}.
 *
 * @param tool whose text it is; for people and lists, restricts nothing
 * @param cause which failures share one cause
 */
public record Scope(
        String tool,
        List<String> provider,
        List<Phase> phase,
        List<String> branch,
        List<String> repository,
        OfCause cause) {
    public Scope {
        provider = List.copyOf(provider);
        phase = List.copyOf(phase);
        branch = List.copyOf(branch);
        repository = List.copyOf(repository);
    }

    public enum OfCause {
        REPOSITORY,
        GLOBAL;

        /** A team's own failures are its own cause; what comes from outside hits many at once. */
        static OfCause usual(Label label) {
            return switch (label) {
                case APP, FLAKY_TEST -> REPOSITORY;
                case INFRA, DEPENDENCY, PERMISSION -> GLOBAL;
            };
        }
    }
}
