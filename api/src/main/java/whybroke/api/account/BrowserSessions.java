package whybroke.api.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import whybroke.api.store.Queries;
import whybroke.api.store.Sql;

/** Browsers that are signed in. The cookie is a secret of its own: the token never lies in a browser. */
@ApplicationScoped
class BrowserSessions {
    private final AccessTokens tokens;
    private final Queries queries;
    private final AccountSettings settings;
    private final Clock clock;

    BrowserSessions(AccessTokens tokens, Queries queries, AccountSettings settings, Clock clock) {
        this.tokens = tokens;
        this.queries = queries;
        this.settings = settings;
        this.clock = clock;
    }

    /** @return the cookie's value; empty when the token is not good */
    Optional<String> open(String token) {
        return Secret.isPlausible(token) ? tokens.find(token).map(this::open) : Optional.empty();
    }

    private String open(AccessTokens.Access access) {
        String cookie = Secret.fresh();
        queries.change(new Sql("delete from browser_session where expires < ?", clock.instant()));
        queries.change(new Sql(
                "insert into browser_session (hash, token_id, expires) values (?, ?, ?)",
                Secret.hash(cookie),
                access.id(),
                clock.instant().plus(settings.session())));
        return cookie;
    }

    void close(String cookie) {
        queries.change(new Sql("delete from browser_session where hash = ?", Secret.hash(cookie)));
    }

    long seconds() {
        return settings.session().toSeconds();
    }
}
