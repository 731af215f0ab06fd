package whybroke.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param next opaque cursor of the following page, null at the end; stays valid while rows are added
 */
public record Page<T>(
        List<T> items, @JsonProperty("next_cursor") String next) {
    public static final int MOST = 200;

    public Page {
        items = List.copyOf(items);
    }

    /**
     * @param rows one more than {@code limit} when there is a next page
     * @param cursor of the last row of a page
     */
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, String> cursor) {
        return rows.size() <= limit
                ? new Page<>(rows, null)
                : new Page<>(rows.subList(0, limit), cursor.apply(rows.get(limit - 1)));
    }
}
