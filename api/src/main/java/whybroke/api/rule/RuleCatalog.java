package whybroke.api.rule;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import whybroke.api.account.Viewer;
import whybroke.rules.RuleId;

/** The active library, rule by rule, with what each earned. */
@ApplicationScoped
public class RuleCatalog {
    /** Most hits first. */
    public List<RuleSummary> all(Viewer viewer) {
        throw new UnsupportedOperationException();
    }

    public Optional<RuleDetail> one(Viewer viewer, RuleId id) {
        throw new UnsupportedOperationException();
    }
}
