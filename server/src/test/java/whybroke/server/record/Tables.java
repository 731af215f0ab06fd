package whybroke.server.record;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * All that is stored of one world, as text without surrogate ids and times of writing. History's rows in the ledger
 * tell when it was known and so depend on the order of arrival; the one that stands does not, and only that is here.
 */
final class Tables {
    private Tables() {}

    static Map<String, List<String>> of(DataSource source, World world) throws SQLException {
        Map<String, List<String>> tables = new TreeMap<>();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (var query : queries(world).entrySet()) {
                tables.put(query.getKey(), rows(statement, query.getValue()));
            }
        }
        return tables;
    }

    private static List<String> rows(Statement statement, String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        rows.sort(null);
        return rows;
    }

    private static Map<String, String> queries(World world) {
        String mine = " join repository r on r.id = x.repository_id where r.host = '" + world.host() + "'";
        String failures = "(select f.id from failure f join repository r on r.id = f.repository_id where r.host = '"
                + world.host() + "')";
        String home = " || jsonb_build_object('home', r.provider_id)";
        return Map.of(
                "repository",
                "select (to_jsonb(x) - 'id')::text from repository x where host = '" + world.host() + "'",
                "job",
                "select (to_jsonb(x) - '{repository_id,recorded}'::text[]" + home + ")::text from job x" + mine,
                "failure",
                "select (to_jsonb(x) - '{repository_id,cause_id,verdict_id,version}'::text[]" + home
                        + " || jsonb_build_object('cause', (select key from cause c where c.id = x.cause_id),"
                        + " 'verdict', (select to_jsonb(v) - '{id,at}'::text[] || case judge when 'history'"
                        + " then jsonb_build_object('event', split_part(event, '/', 1)) else '{}' end"
                        + " from verdict v where v.id = x.verdict_id)))::text from failure x" + mine,
                "verdict",
                "select (to_jsonb(x) - 'id')::text from verdict x where judge <> 'history' and failure_id in "
                        + failures,
                "tail",
                "select (to_jsonb(x) - 'stored')::text from tail x where failure_id in " + failures,
                "cause",
                "select (to_jsonb(x) - '{id,repository_id,created}'::text[] || jsonb_build_object('home',"
                        + " (select provider_id from repository r where r.id = x.repository_id)))::text"
                        + " from cause x where opened_by in " + failures,
                "fingerprint",
                "select hash || ' ' || c.key from fingerprint x join cause c on c.id = x.cause_id where c.opened_by in "
                        + failures,
                "failure_count",
                "select (to_jsonb(x) - '{repository_id,cause_id}'::text[]" + home
                        + " || jsonb_build_object('cause', (select key from cause c where c.id = x.cause_id)))::text"
                        + " from failure_count x" + mine,
                "job_count",
                "select (to_jsonb(x) - 'repository_id'" + home + ")::text from job_count x" + mine,
                "task",
                "select kind || ' ' || key || ' ' || state || ' ' || payload from task where kind = 'late-fetch'"
                        + " and payload->'job'->>'host' = '" + world.host() + "'");
    }
}
