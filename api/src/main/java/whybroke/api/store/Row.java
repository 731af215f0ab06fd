package whybroke.api.store;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import whybroke.ingest.FailureId;
import whybroke.ingest.stream.Wire;

/** One row of an answer, read by column name; absent values are null. */
public final class Row {
    private final ResultSet result;

    Row(ResultSet result) {
        this.result = result;
    }

    public String text(String column) throws SQLException {
        return result.getString(column);
    }

    public int number(String column) throws SQLException {
        return result.getInt(column);
    }

    public long count(String column) throws SQLException {
        return result.getLong(column);
    }

    public boolean flag(String column) throws SQLException {
        return result.getBoolean(column);
    }

    public Integer numberOrNull(String column) throws SQLException {
        return result.getObject(column, Integer.class);
    }

    public Long countOrNull(String column) throws SQLException {
        return result.getObject(column, Long.class);
    }

    public Double decimalOrNull(String column) throws SQLException {
        return result.getObject(column, Double.class);
    }

    public byte[] bytes(String column) throws SQLException {
        return result.getBytes(column);
    }

    public Object[] array(String column) throws SQLException {
        return (Object[]) result.getArray(column).getArray();
    }

    public Instant time(String column) throws SQLException {
        OffsetDateTime time = result.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    public LocalDate day(String column) throws SQLException {
        return result.getObject(column, LocalDate.class);
    }

    public FailureId failure(String column) throws SQLException {
        UUID id = result.getObject(column, UUID.class);
        return id == null ? null : new FailureId(id.toString().replace("-", ""));
    }

    /** A word of one of our enumerations. */
    public <T> T word(String column, Function<String, T> reader) throws SQLException {
        String word = result.getString(column);
        return word == null ? null : reader.apply(word);
    }

    /** A constant stored in lower case, with dashes or underscores. */
    public <T extends Enum<T>> T constant(String column, Class<T> type) throws SQLException {
        return word(
                column, word -> Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_')));
    }

    public <T> T json(String column, Class<T> type) throws SQLException {
        return word(column, json -> Wire.read(json.getBytes(StandardCharsets.UTF_8), type));
    }

    /** An address for people's browsers: only http and https, anything else was somebody's trick and is null. */
    public String link(String column) throws SQLException {
        String address = result.getString(column);
        try {
            String scheme = address == null ? null : URI.create(address).getScheme();
            return "https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme) ? address : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
