package whybroke.api.account;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** What a request brought to say who it is from. */
final class SignInRequest extends BaseAuthenticationRequest {
    private final String secret;
    private final boolean cookie;

    private SignInRequest(String secret, boolean cookie) {
        this.secret = secret;
        this.cookie = cookie;
    }

    static SignInRequest token(String token) {
        return new SignInRequest(token, false);
    }

    static SignInRequest cookie(String value) {
        return new SignInRequest(value, true);
    }

    String secret() {
        return secret;
    }

    boolean isCookie() {
        return cookie;
    }
}
