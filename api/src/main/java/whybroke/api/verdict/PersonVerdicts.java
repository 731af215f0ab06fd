package whybroke.api.verdict;

import jakarta.enterprise.context.ApplicationScoped;
import whybroke.api.work.StaleVersion;
import whybroke.ingest.FailureId;
import whybroke.rules.Label;

/** A person's word on a failure: it stands above history's and every rule's. */
@ApplicationScoped
public class PersonVerdicts {
    /**
     * Appends the verdict, makes it current and queues it for {@code whybroke.verdicts}, all in one transaction of its
     * own.
     *
     * @param who the person's name as signed in
     * @param reason in their words, at most 2,000 characters, may be null
     * @param expectedVersion {@code failure.version} that the person saw
     * @return the failure's new version
     * @throws NoSuchFailure when it was never recorded
     * @throws StaleVersion when it changed since
     */
    public int say(FailureId failure, String who, Label label, String reason, int expectedVersion) {
        throw new UnsupportedOperationException();
    }
}
