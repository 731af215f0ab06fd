package whybroke.rules.library;

import java.util.List;

/**
 * When a rule hits: one of {@code anyOf} (if there are any), all of {@code allOf}, none of {@code noneOf}.
 *
 * @param noneOf each near the deciding line
 */
public record When(List<Condition> anyOf, List<Condition> allOf, List<NoneOf> noneOf) {
    public When {
        anyOf = List.copyOf(anyOf);
        allOf = List.copyOf(allOf);
        noneOf = List.copyOf(noneOf);
    }

    /** @param within null for a fact, which has no place */
    public record NoneOf(Condition condition, Within within) {}
}
