package whybroke.server.role;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A share of the work that one process can take; any mix runs in one process. */
public enum Role {
    /** Takes webhooks. */
    RECEIVE(List.of()),
    /** Translates events and fetches logs. */
    FETCH(List.of("webhooks", "jobs-fetch", "fetches")),
    /** Judges. */
    CLASSIFY(List.of("failures")),
    /** Records, and everything that waits or runs in the background. */
    WORK(List.of("jobs-record", "verdicts-record", "observations")),
    /** REST, pages, search. */
    SERVE(List.of());

    private final List<String> channels;

    Role(List<String> channels) {
        this.channels = channels;
    }

    /** The incoming channels that are connected where this role is held. */
    public List<String> channels() {
        return channels;
    }

    /** True for the roles that open PostgreSQL and hold an index. */
    public boolean opensDatabase() {
        return this == WORK || this == SERVE;
    }

    /**
     * @param list comma-separated words, {@code all} or empty for every role
     * @throws IllegalArgumentException with a sentence that names the roles
     */
    public static Set<Role> parse(String list) {
        String words = list == null ? "" : list.strip().toLowerCase(Locale.ROOT);
        if (words.isEmpty() || words.equals("all")) {
            return EnumSet.allOf(Role.class);
        }
        return Arrays.stream(words.split("\\s*,\\s*"))
                .map(Role::of)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    private static Role of(String word) {
        return Arrays.stream(values())
                .filter(role -> role.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("whybroke.roles: '" + word
                        + "' is not a role; the roles are receive, fetch, classify, work, serve, or all"));
    }
}
