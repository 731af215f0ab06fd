package whybroke.rules.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import whybroke.rules.Engine;

/**
 * Verdicts are kept with the engine version that gave them, so an engine that answers differently must have a new one. The
 * golden file holds the version and what it answers on the logs beside it. After raising {@link Engine#VERSION}, write it anew
 * with {@code -Dengine.golden=write}.
 */
class EngineTest {
    private static final Path FOLDER = Path.of("src/test/resources/engine");
    private static final Path GOLDEN = FOLDER.resolve("golden.txt");

    private static final Judging RULES = Judging.rule("net/reset infra", "when: { line: 'Connection reset' }")
            .and("javac/symbol app", "fingerprint: '{symbol}'\nwhen: { line: 'cannot find symbol (?<symbol>\\w+)' }")
            .and("mvn/absent dependency", "when: { sequence: ['Could not resolve', 'not found in'], within: 5 lines }")
            .and("t/failed app", "tier: symptom\nwhen: { line: 'Tests run:.*FAILURE|FAILED' }")
            .and("t/flaky flaky-test", "when: { line: 'Flakes: [1-9]' }")
            .and("login/denied permission", "when: { line: 'denied for user' }");

    @Test
    void engine_that_answers_differently_has_a_new_version() throws IOException {
        List<String> now = new ArrayList<>(List.of("engine " + Engine.VERSION));
        try (Stream<Path> logs = Files.list(FOLDER)) {
            for (Path log : logs.filter(file -> file.toString().endsWith(".log"))
                    .sorted()
                    .toList()) {
                now.add(log.getFileName() + " " + answer(RULES.judge(Files.readString(log))));
            }
        }
        if ("write".equals(System.getProperty("engine.golden"))) {
            Files.write(GOLDEN, now);
        }
        List<String> golden = Files.readAllLines(GOLDEN);

        assertThat(now.getFirst())
                .as("the golden file is of another engine: write it anew")
                .isEqualTo(golden.getFirst());
        assertThat(now)
                .as("answers changed: raise Engine.VERSION and write the golden file anew")
                .isEqualTo(golden);
        assertThat(now.size()).isGreaterThan(5);
    }

    private static String answer(Decision decision) {
        List<String> hits = decision.hits().stream()
                .map(hit -> hit.rule() + "@" + hit.rawLine() + (hit.lost() == null ? "" : "(" + hit.lost() + ")"))
                .toList();
        return Judging.words(decision) + " " + decision.fingerprint() + " " + hits + " " + decision.template();
    }
}
