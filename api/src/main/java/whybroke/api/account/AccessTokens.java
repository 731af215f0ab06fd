package whybroke.api.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import whybroke.api.store.Queries;
import whybroke.api.store.Row;
import whybroke.api.store.Sql;

/** Tokens of people and machines. Only hashes are stored; a token is shown once, when it is made. */
@ApplicationScoped
public class AccessTokens {
    private static final String LIVE = "t.revoked is null and (t.expires is null or t.expires > ?)";

    /** A token that is good now. */
    record Access(long id, Viewer viewer) {}

    private final Queries queries;
    private final Clock clock;

    AccessTokens(Queries queries, Clock clock) {
        this.queries = queries;
        this.clock = clock;
    }

    Optional<Access> find(String token) {
        Sql sql = new Sql(
                        "select t.id, t.name, t.scopes, t.teams from access_token t where t.hash = ?",
                        Secret.hash(token))
                .and("and " + LIVE, clock.instant());
        return queries.first(sql, AccessTokens::read).map(this::used);
    }

    Optional<Access> ofSession(String cookie) {
        Sql sql = new Sql("""
                        select t.id, t.name, t.scopes, t.teams
                        from browser_session s join access_token t on t.id = s.token_id
                        where s.hash = ? and s.expires > ?""", Secret.hash(cookie), clock.instant()).and("and " + LIVE, clock.instant());
        return queries.first(sql, AccessTokens::read).map(this::used);
    }

    /** Once an hour is often enough to know which tokens can go. */
    private Access used(Access access) {
        queries.change(new Sql("""
                update access_token set last_used = ?
                where id = ? and (last_used is null or last_used < ?::timestamptz - interval '1 hour')""", clock.instant(), access.id(), clock.instant()));
        return access;
    }

    /** @return the token, never to be seen again */
    public String create(String name, Set<Scope> scopes, Set<Long> teams) {
        String token = Secret.fresh();
        insert(token, name, scopes, teams);
        return token;
    }

    void insert(String token, String name, Set<Scope> scopes, Set<Long> teams) {
        List<String> words = scopes.stream().map(Scope::word).sorted().toList();
        queries.change(new Sql(
                "insert into access_token (name, hash, scopes, teams) values (?, ?, ?, ?)",
                name,
                Secret.hash(token),
                words,
                teams));
    }

    boolean hasAdministrator() {
        Sql sql = new Sql(
                "select count(*) as n from access_token t where 'admin' = any (t.scopes) and " + LIVE, clock.instant());
        return queries.first(sql, row -> row.count("n")).orElseThrow() > 0;
    }

    private static Access read(Row row) throws SQLException {
        Set<Scope> scopes = Arrays.stream(row.array("scopes"))
                .map(word -> Scope.of((String) word))
                .collect(Collectors.toSet());
        Set<Long> teams = Arrays.stream(row.array("teams")).map(id -> (Long) id).collect(Collectors.toSet());
        return new Access(row.count("id"), new Viewer(row.text("name"), teams, scopes));
    }
}
