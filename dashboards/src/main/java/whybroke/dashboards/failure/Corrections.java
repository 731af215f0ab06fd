package whybroke.dashboards.failure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import whybroke.api.account.Scope;
import whybroke.api.account.Viewer;
import whybroke.api.failure.Failures;
import whybroke.api.verdict.PersonVerdicts;
import whybroke.api.work.StaleVersion;
import whybroke.ingest.FailureId;
import whybroke.rules.Label;

/** A person's word given on the page: the same call as over REST, the result told in a sentence on the page. */
@ApplicationScoped
class Corrections {
    private static final int LONGEST_REASON = 500;

    @Inject
    Failures failures;

    @Inject
    PersonVerdicts verdicts;

    /**
     * @param label as the form sent it, may be anything
     * @return what became of it, for {@link #words}
     */
    String say(Viewer viewer, FailureId id, String label, String reason, int version) {
        if (!viewer.may(Scope.TRIAGE)) {
            throw new ForbiddenException();
        }
        if (failures.these(viewer, List.of(id)).isEmpty()) {
            throw new NotFoundException();
        }
        try {
            verdicts.say(id, viewer.who(), Label.of(label), reason(reason), version);
            return "kept";
        } catch (StaleVersion e) {
            return "changed";
        } catch (IllegalArgumentException e) {
            return "label";
        }
    }

    private static String reason(String reason) {
        if (reason == null || reason.isBlank()) {
            return null;
        }
        String text = reason.strip();
        return text.length() <= LONGEST_REASON ? text : text.substring(0, LONGEST_REASON);
    }

    /** @param notice what {@link #say} returned, as it came back in the address; null for anything else */
    static String words(String notice) {
        return switch (notice == null ? "" : notice) {
            case "kept" -> "Thank you. Your word stands now, and the figures follow it.";
            case "changed" -> "Nothing was saved: the verdict changed while you looked. Here is the new one.";
            case "label" -> "Nothing was saved: choose one of the five labels first.";
            default -> null;
        };
    }
}
