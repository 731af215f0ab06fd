package whybroke.ingest.sender;

import static org.assertj.core.api.Assertions.assertThat;
import static whybroke.ingest.Samples.utf8;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import whybroke.ingest.Samples;

class HubSignatureTest {
    private static final String SECRET = "It's a Secret to Everybody";
    private static final String BODY = "Hello, World!";
    private static final String RIGHT = "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";

    @Test
    void githubsOwnExample_isKnown() {
        assertThat(check(BODY, RIGHT, SECRET)).isInstanceOf(Sender.Known.class);
    }

    @Test
    void secondOfTwoSecrets_isKnown() {
        assertThat(check(BODY, RIGHT, "the new one", SECRET)).isInstanceOf(Sender.Known.class);
    }

    @Test
    void anotherBody_isStrange() {
        assertThat(reason(check("Hello, World?", RIGHT, SECRET))).isEqualTo("bad-signature");
    }

    @Test
    void anotherSecret_isStrange() {
        assertThat(reason(check(BODY, RIGHT, "guess"))).isEqualTo("bad-signature");
    }

    @Test
    void noHeader_isUnsigned() {
        Delivery delivery = Samples.delivery(Samples.github(), utf8(BODY));

        assertThat(reason(HubSignature.check(delivery, List.of(SECRET)))).isEqualTo("unsigned");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sha256=",
                "sha1=7d38cdd689735b008b3c702edd92eea23791c5f6",
                "757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17",
                "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e1",
                "sha256=zzz107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17"
            })
    void malformedHeader_isStrange(String header) {
        assertThat(reason(check(BODY, header, SECRET))).isEqualTo("bad-signature");
    }

    private static Sender check(String body, String header, String... secrets) {
        Delivery delivery = Samples.delivery(Samples.github(), utf8(body), "x-hub-signature-256", header);
        return HubSignature.check(delivery, List.of(secrets));
    }

    private static String reason(Sender sender) {
        return ((Sender.Stranger) sender).reason();
    }
}
