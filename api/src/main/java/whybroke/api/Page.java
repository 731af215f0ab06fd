package whybroke.api;

import java.util.List;

/**
 * One page of a list.
 *
 * @param next opaque cursor of the following page, null at the end; stays valid while rows are added
 */
public record Page<T>(List<T> items, String next) {
    public static final int MOST = 200;

    public Page {
        items = List.copyOf(items);
    }
}
