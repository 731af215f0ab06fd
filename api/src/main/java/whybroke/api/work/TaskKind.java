package whybroke.api.work;

import java.time.Duration;
import java.util.Optional;

/** How one kind of task is done. Each is a bean; doing it twice must give what doing it once gives. */
public interface TaskKind {
    /** In the table, {@code late-fetch}. */
    String kind();

    /** Does it; any exception means "again later". */
    void run(Task task, Progress progress) throws Exception;

    /** Set for work that returns by itself: how long after the end of one run the next is due. */
    default Optional<Duration> every() {
        return Optional.empty();
    }

    /** How a long task tells how far it is, keeps its lease, and hears that it shall stop. */
    interface Progress {
        /**
         * @param total null while unknown
         * @throws Cancelled when somebody asked for it or the lease is lost: stop without a further write
         */
        void at(long done, Long total) throws Cancelled;
    }

    /** The task shall stop. */
    final class Cancelled extends Exception {
        private static final long serialVersionUID = 1L;

        Cancelled() {
            super("cancelled");
        }
    }
}
