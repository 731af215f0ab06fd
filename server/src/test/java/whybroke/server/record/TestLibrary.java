package whybroke.server.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes rules for libraries that only a test has. */
final class TestLibrary {
    private TestLibrary() {}

    /** @param more lines of YAML */
    static void rule(Path folder, String name, String more) throws IOException {
        Path rule = Files.createDirectories(folder.resolve("junit").resolve(name));
        Files.writeString(rule.resolve("rule.yaml"), """
                id: junit/%s
                version: 1
                status: active
                label: app
                summary: A test failed
                when: { anyOf: [ { line: 'AssertionFailedError in %s' } ] }
                scope: { tool: junit }
                retry: never
                proof: 'made for a test'
                references: []
                %s""".formatted(name, name, more));
        Files.writeString(rule.resolve("remedy.md"), "Look at the test.\n");
    }
}
