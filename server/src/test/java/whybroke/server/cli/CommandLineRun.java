package whybroke.server.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** One run of the command line in this process. */
record CommandLineRun(int exit, String out, String err) {
    static CommandLineRun of(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] words = List.of(arguments).stream().map(Object::toString).toArray(String[]::new);
        int exit = Main.run(new PrintWriter(out), new PrintWriter(err), words);
        return new CommandLineRun(exit, out.toString(), err.toString());
    }

    List<JsonNode> json() {
        return out.lines()
                .map(line -> {
                    try {
                        return new ObjectMapper().readTree(line);
                    } catch (JsonProcessingException wrong) {
                        throw new UncheckedIOException(wrong);
                    }
                })
                .toList();
    }

    /** A library with one sound rule, {@code net/reset}. */
    static Path library(Path root) throws IOException {
        Path folder = Files.createDirectories(root.resolve("net/reset/samples")).getParent();
        Files.writeString(folder.resolve("rule.yaml"), """
                id: net/reset
                version: 4
                status: active
                label: infra
                summary: The connection was cut
                proof: p
                when: { line: 'Connection reset by (?<peer>\\w+)' }
                fingerprint: '{peer}'
                """);
        Files.writeString(folder.resolve("remedy.md"), "Run it again.\n");
        Files.writeString(folder.resolve("samples/hit-it.log"), "x\n=HIT=> ‹Connection reset by peer›\n");
        Files.writeString(folder.resolve("samples/miss-it.log"), "Connection closed\n");
        Files.writeString(root.resolve("VERSION"), "2026.11.0\n");
        return root;
    }
}
