package whybroke.ingest.sender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    private final Map<String, String> environment = new HashMap<>();
    private final Secrets secrets = new Secrets(environment::get);

    @TempDir
    Path folder;

    @Test
    void environmentReference_isResolved() {
        environment.put("HOOK", "hunter2");

        assertThat(secrets.resolve("env:HOOK")).isEqualTo("hunter2");
    }

    @Test
    void fileReference_isResolvedWithoutItsLineEnd() throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), "hunter2\n");

        assertThat(secrets.resolve("file:" + file)).isEqualTo("hunter2");
    }

    @Test
    void resolvedSecret_isRemembered() {
        environment.put("HOOK", "hunter2");
        secrets.resolve("env:HOOK");
        environment.clear();

        assertThat(secrets.resolve("env:HOOK")).isEqualTo("hunter2");
    }

    @Test
    void missingSecret_isNamedAndFoundOnceItIsThere() {
        assertThatThrownBy(() -> secrets.resolve("env:HOOK"))
                .isInstanceOf(SecretMissing.class)
                .hasMessageContaining("env:HOOK");
        environment.put("HOOK", "hunter2");

        assertThat(secrets.resolve("env:HOOK")).isEqualTo("hunter2");
    }

    @Test
    void missingFile_isNamed() {
        assertThatThrownBy(() -> secrets.resolve("file:/nowhere/at/all"))
                .isInstanceOf(SecretMissing.class)
                .hasMessageContaining("file:/nowhere/at/all");
    }

    @Test
    void secretItself_asReference_isNotRepeated() {
        assertThatThrownBy(() -> secrets.resolve("hunter2"))
                .isInstanceOf(SecretMissing.class)
                .hasMessageNotContaining("hunter2");
    }
}
