package whybroke.api.work;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Makes the partitions of {@code tail} for this month and the next three. What was written before its partition was
 * there lies in the default one and moves over; both happen in one transaction.
 */
@ApplicationScoped
public class TailPartitions implements TaskKind {
    private static final int MONTHS_AHEAD = 3;
    private final Database database;
    private final Clock clock;

    TailPartitions(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "tail-partitions";
    }

    @Override
    public Optional<Duration> every() {
        return Optional.of(Duration.ofDays(1));
    }

    @Override
    public void run(Task task, Progress progress) {
        LocalDate now = clock.instant().atOffset(ZoneOffset.UTC).toLocalDate().withDayOfMonth(1);
        for (int i = 0; i <= MONTHS_AHEAD; i++) {
            LocalDate month = now.plusMonths(i);
            database.change(tx -> make(tx, month));
        }
    }

    /** Does nothing when it is there. */
    public static void make(Tx tx, LocalDate month) throws SQLException {
        String name = "tail_%d_%02d".formatted(month.getYear(), month.getMonthValue());
        if (tx.one("select to_regclass(?) is not null", row -> row.getBoolean(1), name)) {
            return;
        }
        // Writers wait from here on: otherwise one could still write into the default partition behind our back.
        tx.update("lock table tail in share row exclusive mode");
        tx.update("create table " + name + " (like tail including all)");
        tx.update(
                "with moved as (delete from tail_other where month = ? returning *) insert into " + name
                        + " select * from moved",
                month);
        tx.update("alter table tail attach partition " + name + " for values from ('" + month + "') to ('"
                + month.plusMonths(1) + "')");
    }
}
