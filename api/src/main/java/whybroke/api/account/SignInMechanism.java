package whybroke.api.account;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import whybroke.api.problem.Answers;
import whybroke.api.problem.ProblemKind;

/**
 * {@code Authorization: Bearer} for programs, a cookie for browsers. A bad token is an error; a cookie that ran out is
 * nobody, and is sent to the sign-in page.
 */
@ApplicationScoped
public class SignInMechanism implements HttpAuthenticationMechanism {
    static final String COOKIE = "whybroke_session";
    private static final String BEARER = "Bearer ";

    private final Answers answers;

    SignInMechanism(Answers answers) {
        this.answers = answers;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager providers) {
        if (OpenPaths.isOpen(request)) {
            return Uni.createFrom().nullItem();
        }
        String authorization = request.request().getHeader("Authorization");
        if (authorization != null) {
            return byToken(authorization, providers);
        }
        Cookie cookie = request.request().getCookie(COOKIE);
        if (cookie == null || !Secret.isPlausible(cookie.getValue())) {
            return Uni.createFrom().nullItem();
        }
        return providers
                .authenticate(SignInRequest.cookie(cookie.getValue()))
                .onFailure(AuthenticationFailedException.class)
                .recoverWithNull();
    }

    private static Uni<SecurityIdentity> byToken(String authorization, IdentityProviderManager providers) {
        String token = authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? authorization.substring(BEARER.length()).strip()
                : null;
        return Secret.isPlausible(token)
                ? providers.authenticate(SignInRequest.token(token))
                : Uni.createFrom().failure(new AuthenticationFailedException("not one of our tokens"));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
    }

    @Override
    public Uni<Boolean> sendChallenge(RoutingContext request) {
        if (Answers.wantsPage(request)) {
            String back = URLEncoder.encode(request.request().uri(), StandardCharsets.UTF_8);
            request.response()
                    .setStatusCode(303)
                    .putHeader("Location", "/sign-in?to=" + back)
                    .end();
        } else {
            request.response().putHeader("WWW-Authenticate", "Bearer");
            answers.send(
                    request,
                    ProblemKind.NOT_SIGNED_IN,
                    "Send 'Authorization: Bearer wbk_...'. The first token lies in the file admin-token of the data folder.");
        }
        return Uni.createFrom().item(true);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(SignInRequest.class);
    }
}
