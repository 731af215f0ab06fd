package whybroke.api.account;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopbackGuardTest {
    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.1.2.3", "localhost", "::1"})
    void onThisMachineAlone_itStarts(String host) {
        assertThatCode(() -> new LoopbackGuard(host, () -> false).check(null)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "10.0.0.1", "127.0.0.1.evil.example.org", "ci.example.org"})
    void beyondIt_onlyWhenThatIsMeant(String host) {
        assertThatIllegalStateException()
                .isThrownBy(() -> new LoopbackGuard(host, () -> false).check(null))
                .withMessageContaining("whybroke.beyond-loopback=true");
        assertThatCode(() -> new LoopbackGuard(host, () -> true).check(null)).doesNotThrowAnyException();
    }
}
