package whybroke.ingest.download;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that answers exactly the bytes it is told to, also wrong ones. */
public final class RawServer implements AutoCloseable {
    /** Writes one answer. */
    public interface Answer {
        void write(String request, OutputStream out) throws IOException, InterruptedException;
    }

    private final ServerSocket socket;
    private final List<String> requests = new CopyOnWriteArrayList<>();

    public RawServer(Answer answer) throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
        Thread.ofVirtual().start(() -> accept(answer));
    }

    /** A fixed answer. */
    public static RawServer answering(String status, String headers, byte[] body) throws IOException {
        return new RawServer((request, out) -> write(out, status, headers, body));
    }

    public static void write(OutputStream out, String status, String headers, byte[] body) throws IOException {
        out.write(("HTTP/1.1 " + status + "\r\n" + headers + "Connection: close\r\n\r\n").getBytes(ISO_8859_1));
        out.write(body);
        out.flush();
    }

    private void accept(Answer answer) {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Thread.ofVirtual().start(() -> serve(client, answer));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client, Answer answer) {
        try (client) {
            String request = head(client.getInputStream());
            requests.add(request);
            answer.write(request, client.getOutputStream());
        } catch (IOException e) {
            // the client went away, as clients do
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        for (int next = in.read(); next >= 0; next = in.read()) {
            head.append((char) next);
            if (head.toString().endsWith("\r\n\r\n")) {
                break;
            }
        }
        return head.toString();
    }

    public List<String> requests() {
        return requests;
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + path);
    }

    /** As a connection names it. */
    public String host() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
