package whybroke.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassifyTest {
    @TempDir
    private Path folder;

    private Path library;
    private Path known;
    private Path unknown;

    @BeforeEach
    void files() throws IOException {
        library = CommandLineRun.library(folder.resolve("library"));
        known = write("logs/known.log", "start\nConnection reset by peer\n");
        unknown = write("logs/unknown.log", "FATAL: odd thing 17\n");
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    @Test
    void labelled_log_is_one_json_object_with_exactly_the_promised_fields() {
        CommandLineRun run = CommandLineRun.of("classify", "--json", "--library", library, known);

        assertThat(run.exit()).isZero();
        JsonNode answer = run.json().getFirst();
        assertThat(answer.fieldNames())
                .toIterable()
                .containsExactly(
                        "file",
                        "label",
                        "outcome",
                        "candidates",
                        "rule",
                        "ruleVersion",
                        "library",
                        "tier",
                        "confidence",
                        "line",
                        "evidence",
                        "fingerprint",
                        "summary",
                        "remedy");
        assertThat(answer.path("file").asText()).isEqualTo(known.toString());
        assertThat(answer.path("label").asText()).isEqualTo("infra");
        assertThat(answer.path("outcome").asText()).isEqualTo("labelled");
        assertThat(answer.path("rule").asText()).isEqualTo("net/reset");
        assertThat(answer.path("ruleVersion").asInt()).isEqualTo(4);
        assertThat(answer.path("library").asText()).matches("[0-9a-f]{64}");
        assertThat(answer.path("tier").asText()).isEqualTo("cause");
        assertThat(answer.path("confidence").isNull()).isTrue();
        assertThat(answer.path("line").asInt()).isEqualTo(2);
        assertThat(answer.path("evidence").asText()).isEqualTo("Connection reset by peer");
        assertThat(answer.path("fingerprint").asText()).matches("[0-9a-f]{16}");
        assertThat(answer.path("summary").asText()).isEqualTo("The connection was cut");
        assertThat(answer.path("remedy").asText()).isEqualTo("Run it again.\n");
    }

    @Test
    void log_without_a_label_says_so_with_exit_code_3() {
        CommandLineRun run = CommandLineRun.of("classify", "--json", "--library", library, known, unknown);

        assertThat(run.exit()).isEqualTo(3);
        JsonNode answer = run.json().get(1);
        assertThat(answer.path("label").isNull()).isTrue();
        assertThat(answer.path("line").isNull()).isTrue();
        assertThat(answer.path("outcome").asText()).isEqualTo("no-rule");
        assertThat(answer.path("fingerprint").asText()).matches("[0-9a-f]{16}");
    }

    @Test
    void missing_file_is_a_sentence_with_exit_code_2_and_the_others_are_done() {
        CommandLineRun run = CommandLineRun.of(
                "classify", "--json", "--library", library, folder.resolve("nowhere.log"), known, unknown);

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err())
                .isEqualToIgnoringNewLines("whybroke: " + folder.resolve("nowhere.log") + ": there is no such file");
        assertThat(run.json()).hasSize(2);
    }

    @Test
    void folder_is_walked_and_answers_come_in_the_order_of_the_arguments() throws IOException {
        List<String> expected = new ArrayList<>(List.of(unknown.toString()));
        for (int i = 0; i < 500; i++) {
            expected.add(write("many/%03d/%d.log".formatted(i % 50, i), "x\n".repeat(i) + "Connection reset by peer\n")
                    .toString());
        }
        expected.subList(1, expected.size()).sort(null);
        expected.add(known.toString());

        CommandLineRun run =
                CommandLineRun.of("classify", "--json", "--library", library, unknown, folder.resolve("many"), known);

        assertThat(run.json())
                .extracting(answer -> answer.path("file").asText())
                .containsExactlyElementsOf(expected);
    }

    @Test
    void dash_reads_standard_input() {
        InputStream before = System.in;
        try {
            System.setIn(new ByteArrayInputStream("Connection reset by peer\n".getBytes(StandardCharsets.UTF_8)));

            CommandLineRun run = CommandLineRun.of("classify", "--json", "--library", library, "-");

            assertThat(run.json().getFirst().path("file").asText()).isEqualTo("-");
            assertThat(run.json().getFirst().path("label").asText()).isEqualTo("infra");
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void words_for_people_name_label_cause_and_line() {
        CommandLineRun run = CommandLineRun.of("classify", "--library", library, known, unknown);

        assertThat(run.out())
                .contains(known + ": infra\n  The connection was cut (net/reset)\n  line 2: Connection reset by peer")
                .contains(unknown + ": no label (no-rule)\n  most telling line: FATAL: odd thing *");
    }

    @Test
    void binary_and_empty_files_have_no_evidence() throws IOException {
        Path empty = write("empty.log", "");
        byte[] bytes = new byte[8192];
        new Random(7).nextBytes(bytes);
        Path binary = Files.write(folder.resolve("binary.log"), bytes);

        CommandLineRun run = CommandLineRun.of("classify", "--json", "--library", library, empty, binary);

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.json())
                .extracting(answer -> answer.path("outcome").asText())
                .containsOnly("no-evidence");
    }

    @Test
    void missing_library_and_no_input_are_sentences_with_exit_code_2() {
        assertThat(CommandLineRun.of("classify", "--library", folder.resolve("none"), known))
                .satisfies(run -> {
                    assertThat(run.exit()).isEqualTo(2);
                    assertThat(run.err()).contains("is not a library: there is no such folder");
                });
        assertThat(CommandLineRun.of("classify").exit()).isEqualTo(2);
        assertThat(CommandLineRun.of("nonsense").exit()).isEqualTo(2);
        assertThat(CommandLineRun.of().exit()).isEqualTo(2);
    }

    @Test
    void shipped_library_needs_no_folder() {
        CommandLineRun run = CommandLineRun.of("classify", "--json", unknown);

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.json().getFirst().path("library").asText()).matches("[0-9a-f]{64}");
    }
}
