package whybroke.server.cli.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import whybroke.rules.RuleId;

@Command(name = "new", description = "Lays out the folder of a new rule.", mixinStandardHelpOptions = true)
final class NewRule extends OnLibrary {
    private static final String RULE = """
            # yaml-language-server: $schema=../../rule.schema.json
            id: %s
            version: 1
            status: draft
            label: app
            summary: What broke, in one line
            when:
              anyOf:
                - line: 'text that only this failure has: (?<detail>.+)'
            fingerprint: '{detail}'
            proof: 'the command that wrote the hit sample'
            """;

    @Parameters(paramLabel = "ID", description = "<tool that writes the text>/<slug>")
    private String id;

    @Override
    public Integer call() throws IOException {
        Path folder = library().root().resolve(new RuleId(id).path());
        if (Files.exists(folder.resolve("rule.yaml"))) {
            throw new IllegalArgumentException(folder + " has a rule already");
        }
        Files.createDirectories(folder.resolve("samples"));
        Files.writeString(folder.resolve("rule.yaml"), RULE.formatted(id));
        Files.writeString(folder.resolve("remedy.md"), "What the reader should do now.\n");
        out().println(folder + ": now write rule.yaml, remedy.md, samples/hit-*.log and samples/miss-*.log, then: "
                + "whybroke rules bless, lint, lock");
        return 0;
    }
}
