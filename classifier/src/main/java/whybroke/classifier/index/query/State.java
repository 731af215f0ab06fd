package whybroke.classifier.index.query;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a failure can be, for {@code is:}. */
public enum State {
    LABELLED,
    UNLABELLED,
    /** Labelled by a person. */
    CONFIRMED;

    static Optional<State> of(String word) {
        return Arrays.stream(values())
                .filter(state -> state.word().equals(word))
                .findFirst();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
