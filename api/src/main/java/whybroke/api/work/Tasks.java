package whybroke.api.work;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** The table of work that waits. A task is one by kind and key: planned twice, it is done once. */
@ApplicationScoped
public class Tasks {
    /** Plans a task; one that waits already gets this payload and time, one that was done stays done. */
    public void plan(Tx tx, String kind, String key, Object payload, Instant due) throws SQLException {
        tx.update(
                "insert into task as t (kind, key, payload, due) values (?, ?, ?::jsonb, ?)"
                        + " on conflict (kind, key) do update set payload = excluded.payload, due = excluded.due"
                        + " where t.state = 'waiting'",
                kind,
                key,
                Text.json(payload),
                due);
    }

    /** Removes those that nobody has begun. */
    public void forget(Tx tx, String kind, Collection<String> keys) throws SQLException {
        tx.update("delete from task where kind = ? and key = any(?::text[]) and state = 'waiting'", kind, keys);
    }

    /** Asks a waiting or running task to stop; false when it has ended or there is none. */
    public boolean cancel(Tx tx, long id) throws SQLException {
        return tx.update(
                        "update task set cancel = true, state = case when state = 'waiting' then 'cancelled' else state end"
                                + " where id = ? and state in ('waiting', 'running')",
                        id)
                > 0;
    }

    /** Lets a cancelled or failed task go on where it stopped; false when it is in no such state. */
    public boolean resume(Tx tx, long id, Instant due) throws SQLException {
        return tx.update(
                        "update task set state = 'waiting', cancel = false, attempts = 0, error = null, due = ?"
                                + " where id = ? and state in ('cancelled', 'failed')",
                        due,
                        id)
                > 0;
    }

    /** Takes the task that has been due for longest, or one whose worker let its lease run out. */
    Optional<Task> lease(Tx tx, Collection<String> kinds, String worker, Instant now, Instant until)
            throws SQLException {
        return tx.find(
                "update task set state = 'running', leased_by = ?, leased_until = ?, attempts = attempts + 1"
                        + " where id = (select id from task where kind = any(?::text[])"
                        + " and (state = 'waiting' and due <= ? or state = 'running' and leased_until < ?)"
                        + " order by due, id limit 1 for update skip locked)"
                        + " returning id, kind, key, payload, attempts, progress",
                Tasks::read,
                worker,
                until,
                kinds,
                now,
                now);
    }

    /** @return false when the task shall stop: cancelled, or another worker has it */
    boolean renew(Tx tx, Task task, String worker, Instant until) throws SQLException {
        return tx.update(
                        "update task set leased_until = ?" + MINE + " and not cancel",
                        until,
                        task.id(),
                        worker,
                        task.attempt())
                > 0;
    }

    void progress(Tx tx, Task task, String worker, long done, Long total) throws SQLException {
        tx.update(
                "update task set progress = ?, total = coalesce(?, total)" + MINE,
                done,
                total,
                task.id(),
                worker,
                task.attempt());
    }

    void end(Tx tx, Task task, String worker, String state, String error) throws SQLException {
        tx.update(
                "update task set state = ?, error = ?, leased_by = null, leased_until = null" + MINE,
                state,
                error,
                task.id(),
                worker,
                task.attempt());
    }

    /** @param attempts to be counted from now on */
    void again(Tx tx, Task task, String worker, Instant due, int attempts, String error) throws SQLException {
        tx.update(
                "update task set state = 'waiting', due = ?, attempts = ?, error = ?, leased_by = null,"
                        + " leased_until = null" + MINE,
                due,
                attempts,
                error,
                task.id(),
                worker,
                task.attempt());
    }

    private static final String MINE = " where id = ? and leased_by = ? and attempts = ? and state = 'running'";

    private static Task read(ResultSet row) throws SQLException {
        return new Task(
                row.getLong("id"),
                row.getString("kind"),
                row.getString("key"),
                row.getString("payload").getBytes(StandardCharsets.UTF_8),
                row.getInt("attempts"),
                row.getLong("progress"));
    }
}
