package whybroke.api.job;

import java.sql.SQLException;
import whybroke.api.work.Tx;
import whybroke.ingest.FinishedJob;

/** Writes a job and all that follows from it; implemented where verdicts are kept, which know what may follow. */
public interface JobRecorder {
    void job(Tx tx, FinishedJob report) throws SQLException;
}
