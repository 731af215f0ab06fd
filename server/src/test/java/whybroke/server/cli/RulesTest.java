package whybroke.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whybroke.rules.library.RuleLibrary;
import whybroke.rules.match.Tier;

class RulesTest {
    @TempDir
    private Path folder;

    private Path library;

    @BeforeEach
    void library() throws IOException {
        library = CommandLineRun.library(folder.resolve("library"));
    }

    private CommandLineRun rules(Object command, Object... more) {
        Object[] arguments = new Object[more.length + 4];
        arguments[0] = "rules";
        arguments[1] = command;
        arguments[2] = "--library";
        arguments[3] = library;
        System.arraycopy(more, 0, arguments, 4, more.length);
        return CommandLineRun.of(arguments);
    }

    @Test
    void lint_finds_nothing_or_says_what_to_mend() throws IOException {
        assertThat(rules("lint").out()).isEqualToIgnoringNewLines("1 rules, nothing to mend");

        Files.delete(library.resolve("net/reset/remedy.md"));
        CommandLineRun run = rules("lint");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).startsWith("net/reset has no remedy");
    }

    @Test
    void lock_is_written_checked_and_refuses_a_change_without_a_version() throws IOException {
        assertThat(rules("lock").exit()).isZero();
        assertThat(rules("lock", "--check").exit()).isZero();
        String locked = Files.readString(library.resolve("library.lock"));
        Path yaml = library.resolve("net/reset/rule.yaml");

        Files.writeString(yaml, Files.readString(yaml).replace("label: infra", "label: app"));

        assertThat(rules("lock", "--check").exit()).isEqualTo(1);
        assertThat(rules("lock").exit()).isEqualTo(1);
        assertThat(Files.readString(library.resolve("library.lock"))).isEqualTo(locked);
    }

    @Test
    void test_judges_samples_of_all_or_of_some_rules() throws IOException {
        assertThat(rules("test").out()).isEqualToIgnoringNewLines("2 samples hold");
        assertThat(rules("test", "net").out()).contains("2 samples");
        assertThat(rules("test", "other").out()).contains("0 samples");

        Files.writeString(library.resolve("net/reset/samples/miss-it.log"), "Connection reset by peer\n");

        assertThat(rules("test").exit()).isEqualTo(1);
        assertThat(rules("test").out()).contains("must not be won by this rule");
    }

    @Test
    void bless_marks_a_new_sample() throws IOException {
        Path sample = library.resolve("net/reset/samples/hit-new.log");
        Files.writeString(sample, "a\nb Connection reset by server c\n");

        CommandLineRun run = rules("bless", sample);

        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("=HIT=> b ‹Connection reset by server› c");
        assertThat(Files.readString(sample)).isEqualTo("a\n=HIT=> b ‹Connection reset by server› c\n");
        assertThat(rules("test").exit()).isZero();
    }

    @Test
    void new_rule_is_laid_out_and_can_be_read_at_once() throws IOException {
        assertThat(rules("new", "docker/pull-denied").exit()).isZero();

        assertThat(RuleLibrary.in(library).rules()).hasSize(2);
        assertThat(rules("new", "docker/pull-denied").exit())
                .as("it is there already")
                .isEqualTo(2);
        assertThat(rules("new", "No Such Id").exit()).isEqualTo(2);
    }

    @Test
    void list_shows_each_rule() {
        assertThat(rules("list").out()).contains("net/reset").contains("v4").contains("The connection was cut");
    }

    @Test
    void calibrate_counts_label_and_second_label_as_right() throws IOException {
        Path corpus = Files.createDirectories(folder.resolve("corpus"));
        Files.writeString(corpus.resolve("manifest.tsv"), """
                id\tfile\tlabel\tsecondary
                1\ta.log\tinfra\t-
                2\tb.log\tdependency\tinfra
                3\tc.log\tapp\t-
                4\td.log\tapp\t-
                """);
        for (String name : new String[] {"a", "b", "c"}) {
            Files.writeString(corpus.resolve(name + ".log"), "Connection reset by peer\n");
        }
        Files.writeString(corpus.resolve("d.log"), "nothing\n");

        assertThat(rules("calibrate", corpus).exit()).isZero();

        assertThat(RuleLibrary.in(library).confidence().measured())
                .singleElement()
                .satisfies(measured -> {
                    assertThat(measured.tier()).isEqualTo(Tier.CAUSE);
                    assertThat(measured.n()).isEqualTo(3);
                    assertThat(measured.right()).isEqualTo(2);
                });
    }
}
