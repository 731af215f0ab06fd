package whybroke.api.work;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One open transaction, in the words of SQL. Parameters are bound by their Java type: {@link Instant} as a timestamp in
 * UTC, a collection of {@link UUID} or {@link String} as an array, the rest as the driver does.
 */
public final class Tx {
    private final Connection connection;

    Tx(Connection connection) {
        this.connection = connection;
    }

    /** Reads one row. */
    public interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** @return rows changed */
    public int update(String sql, Object... arguments) throws SQLException {
        try (PreparedStatement statement = prepare(sql, arguments)) {
            return statement.executeUpdate();
        }
    }

    public <T> List<T> list(String sql, Row<T> row, Object... arguments) throws SQLException {
        try (PreparedStatement statement = prepare(sql, arguments);
                ResultSet rows = statement.executeQuery()) {
            List<T> all = new ArrayList<>();
            while (rows.next()) {
                all.add(row.of(rows));
            }
            return all;
        }
    }

    /** The first row, empty when there is none. */
    public <T> Optional<T> find(String sql, Row<T> row, Object... arguments) throws SQLException {
        return list(sql, row, arguments).stream().findFirst();
    }

    /** The first row; for queries that always have one. */
    public <T> T one(String sql, Row<T> row, Object... arguments) throws SQLException {
        return find(sql, row, arguments).orElseThrow(() -> new SQLException("no row from " + sql));
    }

    private PreparedStatement prepare(String sql, Object... arguments) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, bindable(arguments[i]));
        }
        return statement;
    }

    private Object bindable(Object argument) throws SQLException {
        return switch (argument) {
            case Instant instant -> instant.atOffset(ZoneOffset.UTC);
            case Collection<?> many -> array(many);
            case String text -> Text.storable(text);
            case null -> null;
            default -> argument;
        };
    }

    private Array array(Collection<?> many) throws SQLException {
        Object first = many.isEmpty() ? "" : many.iterator().next();
        String type = switch (first) {
            case UUID _ -> "uuid";
            case Long _ -> "bigint";
            default -> "text";
        };
        return connection.createArrayOf(type, many.toArray());
    }

    /** A timestamp column, null when it is. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, java.time.OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
