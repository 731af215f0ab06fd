package whybroke.api.setting;

/** No connection has this id. */
public class NoSuchConnection extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NoSuchConnection(String id) {
        super("there is no connection '" + id + "'");
    }
}
