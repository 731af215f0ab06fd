package whybroke.api.verdict;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Optional;
import whybroke.api.job.StoredJob;
import whybroke.api.setting.Libraries;
import whybroke.api.work.Tx;
import whybroke.classifier.Verdict;
import whybroke.rules.library.Scope;
import whybroke.rules.match.Hit;

/** Whose matter a cause is: one repository's or everybody's, as its rule says. */
@ApplicationScoped
class CauseScopes {
    private final Libraries libraries;

    CauseScopes(Libraries libraries) {
        this.libraries = libraries;
    }

    /** The job's repository where the cause is its own matter, else null; a template without a rule is everybody's. */
    Long home(Tx tx, Verdict.ByRule verdict, StoredJob job) throws SQLException {
        Optional<Hit> by = Ledger.deciding(verdict.decision());
        if (by.isEmpty()) {
            return null;
        }
        boolean isOwn = libraries
                .rule(tx, verdict.library(), by.get().rule())
                .map(rule -> rule.scope().cause() == Scope.OfCause.REPOSITORY)
                .orElseGet(() -> isUsuallyOwn(by.get()));
        return isOwn ? job.repositoryId() : null;
    }

    /** For a rule that no library here has. */
    private static boolean isUsuallyOwn(Hit by) {
        return switch (by.label()) {
            case APP, FLAKY_TEST -> true;
            case INFRA, DEPENDENCY, PERMISSION -> false;
        };
    }
}
