package whybroke.server.demo;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/** The store that holds the logs' text: knows signed addresses and ranges, and wants no token. */
final class StubBlobs implements HttpHandler {
    private static final Pattern PATH = Pattern.compile(BlobAddress.ROOT + "([0-9]{1,18})/([0-9]{1,9})\\.txt");
    private final StubbedJobs jobs;
    private final BlobAddress addresses;

    StubBlobs(StubbedJobs jobs, BlobAddress addresses) {
        this.jobs = jobs;
        this.addresses = addresses;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Matcher path = PATH.matcher(exchange.getRequestURI().getPath());
            String fault = fault(exchange);
            if (fault != null) {
                refuse(exchange, 403, "AuthenticationFailed", fault);
            } else if (!path.matches()) {
                refuse(exchange, 404, "BlobNotFound", "The specified blob does not exist.");
            } else {
                answer(exchange, jobs.at(Long.parseLong(path.group(1)), Integer.parseInt(path.group(2))));
            }
        }
    }

    private String fault(HttpExchange exchange) {
        Headers sent = exchange.getRequestHeaders();
        String host = sent.getFirst("Host");
        if (host == null || !host.startsWith(GitHubStub.BLOB_HOST + ":")) {
            return "No such store here";
        }
        if (sent.containsKey("Authorization")) {
            return "A signed address and an Authorization header exclude each other";
        }
        return addresses.fault(exchange.getRequestURI());
    }

    private void answer(HttpExchange exchange, Optional<StubbedLog> log) throws IOException {
        String method = exchange.getRequestMethod();
        if (!method.equals("GET") && !method.equals("HEAD")) {
            refuse(exchange, 405, "UnsupportedHttpVerb", "The resource does not support this verb.");
            return;
        }
        switch (log.orElseGet(StubbedLog.NotYet::new)) {
            case StubbedLog.Ready ready -> text(exchange, ready.text());
            case StubbedLog.NotYet notYet ->
                refuse(exchange, 404, "BlobNotFound", "The specified blob does not exist.");
            case StubbedLog.Truncated cut -> begin(exchange, cut.text().length).write(cut.text(), 0, cut.after());
            case StubbedLog.Gzipped gzipped -> {
                exchange.getResponseHeaders().set("Content-Encoding", "gzip");
                whole(exchange, 200, gzip(gzipped.text()));
            }
            case StubbedLog.Slow slow -> slowly(begin(exchange, slow.text().length), slow);
            case StubbedLog.Endless endless -> endlessly(begin(exchange, 0), endless.line());
            case StubbedLog.Refusal refusal -> throw new IllegalStateException("the API answers this itself");
        }
    }

    private void text(HttpExchange exchange, byte[] text) throws IOException {
        exchange.getResponseHeaders().set("Accept-Ranges", "bytes");
        Optional<ByteRange> range = ByteRange.parse(exchange.getRequestHeaders().getFirst("Range"), text.length);
        if (range.isEmpty()) {
            whole(exchange, 200, text);
        } else if (range.get().isEmpty()) {
            exchange.getResponseHeaders().set("Content-Range", "bytes */" + text.length);
            refuse(
                    exchange,
                    416,
                    "InvalidRange",
                    "The range specified is invalid for the current size of the resource.");
        } else {
            exchange.getResponseHeaders().set("Content-Range", range.get().header(text.length));
            whole(exchange, 206, range.get().of(text));
        }
    }

    private void whole(HttpExchange exchange, int status, byte[] body) throws IOException {
        jobs.saw(exchange, status);
        exchange.getResponseHeaders().set("Content-Type", "text/plain");
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
            exchange.sendResponseHeaders(status, -1);
        } else {
            // 0 would mean "of unknown length"
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    /** @param length 0 when nobody knows */
    private OutputStream begin(HttpExchange exchange, long length) throws IOException {
        jobs.saw(exchange, 200);
        exchange.getResponseHeaders().set("Content-Type", "text/plain");
        exchange.sendResponseHeaders(200, length);
        return exchange.getResponseBody();
    }

    private static void slowly(OutputStream out, StubbedLog.Slow slow) throws IOException {
        try {
            for (int at = 0; at < slow.text().length; at += slow.piece()) {
                Thread.sleep(slow.pause());
                out.write(slow.text(), at, Math.min(slow.piece(), slow.text().length - at));
                out.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void endlessly(OutputStream out, String line) throws IOException {
        byte[] block = (line + "\n").repeat(1 + 8_192 / (line.length() + 1)).getBytes(StandardCharsets.UTF_8);
        while (!Thread.currentThread().isInterrupted()) {
            out.write(block);
        }
    }

    private static byte[] gzip(byte[] text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(text);
        }
        return packed.toByteArray();
    }

    private void refuse(HttpExchange exchange, int status, String code, String message) throws IOException {
        jobs.saw(exchange, status);
        byte[] body = ("\uFEFF<?xml version=\"1.0\" encoding=\"utf-8\"?><Error><Code>" + code + "</Code><Message>"
                        + message + "</Message></Error>")
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/xml");
        exchange.getResponseHeaders().set("x-ms-error-code", code);
        boolean bodyless = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, bodyless ? -1 : body.length);
        if (!bodyless) {
            exchange.getResponseBody().write(body);
        }
    }
}
