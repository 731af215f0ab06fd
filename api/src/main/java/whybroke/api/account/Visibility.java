package whybroke.api.account;

import whybroke.api.store.Sql;

/** The one condition behind every query: which repositories a viewer may see. */
public final class Visibility {
    private Visibility() {}

    /** @param repository alias of the table {@code repository} in the statement */
    public static Sql of(Viewer viewer, String repository) {
        if (viewer.admin()) {
            return new Sql("true");
        }
        return new Sql(
                "(" + repository + ".visibility = 'everyone' or " + repository + ".team_id = any (?))", viewer.teams());
    }
}
