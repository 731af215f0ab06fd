package whybroke.server.rest;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.UUID;
import whybroke.api.account.AccessTokens;
import whybroke.api.account.FirstToken;
import whybroke.api.account.Scope;

/** Requests with a token: the first administrator's, or one made for the test. */
@ApplicationScoped
public class Caller {
    private final FirstToken first;
    private final AccessTokens tokens;

    Caller(FirstToken first, AccessTokens tokens) {
        this.first = first;
        this.tokens = tokens;
    }

    String adminToken() {
        try {
            return first.read().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RequestSpecification admin() {
        return with(adminToken());
    }

    /** Somebody of these teams with these scopes. */
    RequestSpecification member(Set<Long> teams, Scope... scopes) {
        return with(tokens.create("member " + UUID.randomUUID(), Set.of(scopes), teams));
    }

    static RequestSpecification with(String token) {
        return RestAssured.given().header("Authorization", "Bearer " + token);
    }
}
