package whybroke.api.account;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks a secret up and says who that is; scopes become roles. */
@ApplicationScoped
class SignInProvider implements IdentityProvider<SignInRequest> {
    static final String VIEWER = "whybroke.viewer";

    private final AccessTokens tokens;

    SignInProvider(AccessTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Class<SignInRequest> getRequestType() {
        return SignInRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(SignInRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(() -> identity(find(request)
                .orElseThrow(() -> new AuthenticationFailedException("the token is unknown, expired or revoked"))
                .viewer()));
    }

    private Optional<AccessTokens.Access> find(SignInRequest request) {
        return request.isCookie() ? tokens.ofSession(request.secret()) : tokens.find(request.secret());
    }

    private static SecurityIdentity identity(Viewer viewer) {
        Set<String> roles = Arrays.stream(Scope.values())
                .filter(viewer::may)
                .map(Scope::word)
                .collect(Collectors.toSet());
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(viewer.who()))
                .addRoles(roles)
                .addAttribute(VIEWER, viewer)
                .build();
    }
}
