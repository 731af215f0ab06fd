package whybroke.api.store;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.InjectableInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import whybroke.ingest.FailureId;
import whybroke.ingest.stream.DependencyDown;

/** PostgreSQL, where this process has it: only roles {@code serve} and {@code work} do. */
@ApplicationScoped
public class Queries {
    @Inject
    InjectableInstance<AgroalDataSource> source;

    /** How one row becomes a value. */
    public interface Reader<T> {
        T read(Row row) throws SQLException;
    }

    private interface Work<T> {
        T on(PreparedStatement statement) throws SQLException;
    }

    /** True when this process was given a database. */
    public boolean isHere() {
        return source.isResolvable() && source.getHandle().getBean().isActive();
    }

    public <T> List<T> list(Sql sql, Reader<T> reader) {
        return run(sql, statement -> {
            try (ResultSet result = statement.executeQuery()) {
                List<T> rows = new ArrayList<>();
                Row row = new Row(result);
                while (result.next()) {
                    rows.add(reader.read(row));
                }
                return rows;
            }
        });
    }

    /** The first row, if there is one; {@code reader} must not answer null. */
    public <T> Optional<T> first(Sql sql, Reader<T> reader) {
        return list(sql, reader).stream().findFirst();
    }

    /** @return rows changed */
    public int change(Sql sql) {
        return run(sql, PreparedStatement::executeUpdate);
    }

    /** @throws DependencyDown when PostgreSQL cannot be reached */
    private <T> T run(Sql sql, Work<T> work) {
        try (Connection connection = source.get().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql.text())) {
            int place = 1;
            for (Object value : sql.values()) {
                statement.setObject(place++, bound(connection, value));
            }
            return work.on(statement);
        } catch (SQLException e) {
            if (isDown(e)) {
                throw new DependencyDown("postgresql", e);
            }
            throw new IllegalStateException("PostgreSQL refused: " + e.getMessage(), e);
        }
    }

    /** Class 08 is the connection, 57P the server going away, 53 its resources; no state is the pool's own. */
    private static boolean isDown(SQLException e) {
        String state = e.getSQLState();
        return state == null || state.startsWith("08") || state.startsWith("57P") || state.startsWith("53");
    }

    private static Object bound(Connection connection, Object value) throws SQLException {
        return switch (value) {
            case null -> null;
            case Instant time -> time.atOffset(ZoneOffset.UTC);
            case LocalDate day -> day;
            case FailureId id -> uuid(id);
            case Collection<?> many -> array(connection, many);
            case Object other -> other;
        };
    }

    private static Object array(Connection connection, Collection<?> many) throws SQLException {
        Object first = many.isEmpty() ? 0L : many.iterator().next();
        return switch (first) {
            case FailureId id ->
                connection.createArrayOf(
                        "uuid",
                        many.stream().map(each -> uuid((FailureId) each)).toArray());
            case String word -> connection.createArrayOf("text", many.toArray());
            case Object number -> connection.createArrayOf("bigint", many.toArray());
        };
    }

    private static UUID uuid(FailureId id) {
        return new UUID(Long.parseUnsignedLong(id.hex(), 0, 16, 16), Long.parseUnsignedLong(id.hex(), 16, 32, 16));
    }
}
