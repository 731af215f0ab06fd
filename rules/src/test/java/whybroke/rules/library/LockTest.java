package whybroke.rules.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a rule matches or says never changes under one version. */
class LockTest {
    private static final String RULE = """
            id: tool/rule
            version: 2
            label: infra
            summary: s
            proof: p
            when: { line: 'Connection (?<how>reset)' }
            """;

    @TempDir
    private Path root;

    private Lock before;

    @BeforeEach
    void lock() throws IOException {
        write(RULE);
        before = Lock.parse(now().text());
    }

    private void write(String yaml) throws IOException {
        Files.writeString(Files.createDirectories(root.resolve("tool/rule")).resolve("rule.yaml"), yaml);
    }

    private Lock now() throws IOException {
        return Lock.of(new LibraryFolder(root));
    }

    @Test
    void unchanged_library_agrees_with_its_lock() throws IOException {
        assertThat(before.check(now())).isEmpty();
    }

    @Test
    void changed_meaning_needs_a_new_version() throws IOException {
        for (String changed : new String[] {
            RULE.replace("reset", "closed"),
            RULE.replace("label: infra", "label: app"),
            RULE + "fingerprint: '{how}'\n",
            RULE + "tier: symptom\n",
            RULE + "blame: team\n",
            RULE + "recoveredBy: { line: abcd }\n",
            RULE + "scope: { branch: main }\n",
            RULE + "onUnchangedPass: flaky-test\n"
        }) {
            write(changed);
            assertThat(before.check(now()))
                    .singleElement()
                    .asString()
                    .isEqualTo("tool/rule changed what it matches or says while its version stayed 2;"
                            + " raise the version to 3");
            write(changed.replace("version: 2", "version: 3"));
            assertThat(before.unversioned(now())).isEmpty();
        }
    }

    @Test
    void changed_words_need_only_a_new_lock() throws IOException {
        write(RULE.replace("summary: s", "summary: better"));

        assertThat(before.unversioned(now())).isEmpty();
        assertThat(before.check(now())).singleElement().asString().contains("run: whybroke rules lock");
    }

    @Test
    void version_never_goes_back() throws IOException {
        write(RULE.replace("version: 2", "version: 1"));

        assertThat(before.unversioned(now())).singleElement().asString().contains("versions only go up");
    }

    @Test
    void new_sample_and_deleted_rule_are_seen() throws IOException {
        Files.writeString(
                Files.createDirectories(root.resolve("tool/rule/samples")).resolve("hit-a.log"), "x");
        assertThat(before.check(now())).hasSize(1);

        Files.delete(root.resolve("tool/rule/rule.yaml"));
        assertThat(before.check(now())).singleElement().asString().contains("retire a rule instead of deleting it");
    }

    @Test
    void text_that_is_no_lock_is_refused() {
        assertThatThrownBy(() -> Lock.parse("nonsense")).isInstanceOf(RuleException.class);
    }
}
