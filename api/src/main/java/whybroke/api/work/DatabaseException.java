package whybroke.api.work;

import java.sql.SQLException;

/** PostgreSQL said no; the cause has its SQLState. */
public class DatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DatabaseException(SQLException cause) {
        super(cause.getMessage(), cause);
    }
}
