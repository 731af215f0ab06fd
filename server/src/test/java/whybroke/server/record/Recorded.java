package whybroke.server.record;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import whybroke.api.job.Ids;
import whybroke.api.job.RecordJob;
import whybroke.api.verdict.RecordVerdict;
import whybroke.ingest.FinishedJob;
import whybroke.ingest.stream.Wire;

/** Puts records through the stations and reads back what became of them. */
@ApplicationScoped
public class Recorded {
    @Inject
    RecordJob recordJob;

    @Inject
    RecordVerdict recordVerdict;

    @Inject
    AgroalDataSource source;

    /** Jobs and verdicts, in this order. */
    void record(Object... records) {
        for (Object each : records) {
            if (each instanceof FinishedJob) {
                recordJob.record(Wire.write(each));
            } else {
                recordVerdict.record(Wire.write(each));
            }
        }
    }

    /** Columns of the failure's row, joined by a space; {@code none} when there is no row. */
    String failure(World.Job job, String columns) {
        List<String> rows = list(
                "select concat_ws(' ', " + columns + ") from failure where id = ?",
                Ids.of(job.report().id()));
        return rows.isEmpty() ? "none" : rows.getFirst();
    }

    /** {@code judge label} of the current verdict. */
    String current(World.Job job) {
        return failure(job, "coalesce(judge, '-'), coalesce(label, outcome)");
    }

    int version(World.Job job) {
        return Integer.parseInt(failure(job, "version"));
    }

    /** {@code judge outcome} of every row of the ledger, in the order of writing. */
    List<String> ledger(World.Job job) {
        return list(
                "select judge || ' ' || coalesce(label, outcome) from verdict where failure_id = ? order by id",
                Ids.of(job.report().id()));
    }

    List<String> list(String sql, Object... arguments) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            List<String> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(result.getString(1));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    int update(String sql, Object... arguments) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
