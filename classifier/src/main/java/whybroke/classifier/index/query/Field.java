package whybroke.classifier.index.query;

import java.util.Arrays;
import java.util.Optional;

/** What a query can ask for by name. */
public enum Field {
    LABEL("label"),
    REPO("repo"),
    PROVIDER("provider"),
    PIPELINE("pipeline"),
    JOB("job"),
    BRANCH("branch"),
    RULE("rule"),
    FINGERPRINT("fingerprint");

    private final String word;

    Field(String word) {
        this.word = word;
    }

    /** As people write it and as the index calls it. */
    public String word() {
        return word;
    }

    static Optional<Field> of(String word) {
        return Arrays.stream(values()).filter(field -> field.word.equals(word)).findFirst();
    }
}
