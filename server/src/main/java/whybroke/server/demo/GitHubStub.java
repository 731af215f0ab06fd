package whybroke.server.demo;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * As much of GitHub as hands out job logs: the API under {@link #api()}, which sends clients on to the store under
 * another host name. Listens on the loopback address only, and only while a demonstration or a test wants it. Strict
 * about what clients must send, so that a client that works here has not forgotten anything.
 */
public final class GitHubStub implements AutoCloseable {
    /** The store's host name; the API's is {@code 127.0.0.1}. */
    public static final String BLOB_HOST = "localhost";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final StubbedJobs jobs = new StubbedJobs();

    private GitHubStub(int port, String token, Clock clock) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
        BlobAddress addresses = new BlobAddress(BLOB_HOST, server.getAddress().getPort(), clock);
        server.createContext("/", new StubApi(token, jobs, addresses, clock));
        server.createContext(BlobAddress.ROOT, new StubBlobs(jobs, addresses));
        server.setExecutor(threads);
        server.start();
    }

    /**
     * @param port 0 for any
     * @param token the only one that is let in
     * @throws IOException when the port is taken
     */
    public static GitHubStub start(int port, String token, Clock clock) throws IOException {
        return new GitHubStub(port, token, clock);
    }

    /** Host and port of the store, as a connection's log host. */
    public String logHost() {
        return BLOB_HOST + ":" + server.getAddress().getPort();
    }

    /** Base address of the API. */
    public URI api() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /**
     * What happens when the log of this job is asked for: the first time the first, and so on; the last for ever after.
     *
     * @param repository full name, {@code acme/shop}
     */
    public void serve(String repository, long job, StubbedLog... inTurn) {
        jobs.put(repository, job, List.of(inTurn));
    }

    /** The requests until now, oldest first, at most the last 10,000. */
    public List<Seen> seen() {
        return jobs.seen();
    }

    /**
     * A request as it came.
     *
     * @param host header, with port
     * @param path without query
     * @param authorization the header's value, null when there was none
     * @param range header, null when there was none
     * @param status answered
     */
    public record Seen(String method, String host, String path, String authorization, String range, int status) {}

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
