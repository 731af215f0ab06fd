package whybroke.server.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.function.LongFunction;

/** Serves the logs of GitHub jobs by the job's number; asks for the token, redirects as GitHub does. */
final class LogServer implements AutoCloseable {
    static final String TOKEN = "log-server-token";

    private final HttpServer server;
    private final Blob blob;
    private final Path secrets;

    /** What the redirect leads to, for one job. */
    interface Blob {
        void answer(long job, HttpExchange exchange) throws IOException;
    }

    LogServer(LongFunction<String> logs) throws IOException {
        this((job, exchange) -> answer(exchange, 200, logs.apply(job)));
    }

    LogServer(Blob blob) throws IOException {
        this.blob = blob;
        this.secrets = Files.createTempDirectory("whybroke-secrets");
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/repos/", this::api);
        server.createContext("/blob/", this::blob);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    Path secretFile(String secret) {
        try {
            return Files.writeString(secrets.resolve(secret), secret);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void api(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().split("/");
        boolean knows = ("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        if (!knows || path.length != 8) {
            answer(exchange, knows ? 404 : 401, "");
            return;
        }
        exchange.getResponseHeaders().add("Location", address() + "/blob/" + path[6]);
        answer(exchange, 302, "");
    }

    private void blob(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        blob.answer(Long.parseLong(path.substring("/blob/".length())), exchange);
    }

    static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() throws IOException {
        server.stop(0);
        try (var files = Files.list(secrets)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(secrets);
    }
}
