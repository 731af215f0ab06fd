package whybroke.api.account;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import whybroke.api.store.Queries;

/**
 * Everything but the open paths is for those who signed in; what they may do there, scopes say. A process without a
 * database knows nobody: it shows its metrics to whoever reaches it and nothing else.
 */
@ApplicationScoped
public class SignedInPolicy implements HttpSecurityPolicy {
    private final Queries queries;

    SignedInPolicy(Queries queries) {
        this.queries = queries;
    }

    @Override
    public Uni<CheckResult> checkPermission(
            RoutingContext request, Uni<SecurityIdentity> identity, AuthorizationRequestContext context) {
        if (OpenPaths.isOpen(request) || isLonelyMetrics(request)) {
            return CheckResult.permit();
        }
        return identity.map(who -> who.isAnonymous() ? CheckResult.DENY : CheckResult.PERMIT);
    }

    private boolean isLonelyMetrics(RoutingContext request) {
        return request.normalizedPath().equals("/q/metrics") && !queries.isHere();
    }
}
