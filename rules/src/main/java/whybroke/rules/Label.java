package whybroke.rules;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** Whose queue a failure belongs in, judged from its log and job facts. The words are the public names everywhere. */
public enum Label {
    INFRA("infra", Blame.PLATFORM),
    DEPENDENCY("dependency", Blame.TEAM),
    FLAKY_TEST("flaky-test", Blame.TEAM),
    PERMISSION("permission", Blame.PLATFORM),
    APP("app", Blame.TEAM);

    private final String word;
    private final Blame blame;

    Label(String word, Blame blame) {
        this.word = word;
        this.blame = blame;
    }

    /** The public name, for example {@code flaky-test}. */
    @JsonValue
    public String word() {
        return word;
    }

    /** Who caused such failures unless a rule says otherwise. */
    public Blame usualBlame() {
        return blame;
    }

    /** True when this label tells the author of a change that the change is not the reason. */
    public boolean excuses() {
        return this == INFRA || this == FLAKY_TEST || this == PERMISSION;
    }

    /** @throws IllegalArgumentException when the word is none of the five */
    @JsonCreator
    public static Label of(String word) {
        return Arrays.stream(values())
                .filter(label -> label.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + word
                        + "' is not a label; the labels are infra, dependency, flaky-test, permission, app"));
    }
}
