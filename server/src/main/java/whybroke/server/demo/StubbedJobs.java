package whybroke.server.demo;

import com.sun.net.httpserver.HttpExchange;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What the stub knows: the logs of jobs, and who asked. */
final class StubbedJobs {
    private static final int MOST_SEEN = 10_000;
    private final Map<Long, Job> jobs = new ConcurrentHashMap<>();
    private final Deque<GitHubStub.Seen> seen = new ArrayDeque<>();

    private record Job(String repository, List<StubbedLog> inTurn, AtomicInteger asked) {
        StubbedLog at(int turn) {
            return inTurn.get(Math.min(turn, inTurn.size() - 1));
        }
    }

    /** One asking for a log. */
    record Turn(int number, StubbedLog log) {}

    void put(String repository, long job, List<StubbedLog> inTurn) {
        jobs.put(job, new Job(repository, inTurn, new AtomicInteger()));
    }

    Optional<Turn> next(String repository, long id) {
        Job job = jobs.get(id);
        if (job == null || !job.repository().equals(repository)) {
            return Optional.empty();
        }
        int turn = job.asked().getAndIncrement();
        return Optional.of(new Turn(turn, job.at(turn)));
    }

    /** What this turn was to bring. */
    Optional<StubbedLog> at(long id, int turn) {
        return Optional.ofNullable(jobs.get(id)).map(job -> job.at(turn));
    }

    void saw(HttpExchange exchange, int status) {
        GitHubStub.Seen request = new GitHubStub.Seen(
                exchange.getRequestMethod(),
                exchange.getRequestHeaders().getFirst("Host"),
                exchange.getRequestURI().getPath(),
                exchange.getRequestHeaders().getFirst("Authorization"),
                exchange.getRequestHeaders().getFirst("Range"),
                status);
        synchronized (seen) {
            seen.addLast(request);
            if (seen.size() > MOST_SEEN) {
                seen.removeFirst();
            }
        }
    }

    List<GitHubStub.Seen> seen() {
        synchronized (seen) {
            return List.copyOf(seen);
        }
    }
}
