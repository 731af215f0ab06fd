package whybroke.ingest.sender;

import static org.assertj.core.api.Assertions.assertThat;
import static whybroke.ingest.Samples.utf8;

import com.standardwebhooks.Webhook;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whybroke.ingest.Samples;

class StandardWebhookTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final String SENT = "1614265330";
    private static final String BODY = "{\"test\": 2432232314}";
    private static final String RIGHT = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    @Test
    void specificationsExample_isKnown() {
        assertThat(check(0, BODY, RIGHT, SECRET)).isInstanceOf(Sender.Known.class);
    }

    @Test
    void whatTheReferenceLibrarySigns_isKnown() throws Exception {
        String signature = new Webhook(SECRET).sign(ID, Long.parseLong(SENT), "{\"ü\": 1}");

        assertThat(check(0, "{\"ü\": 1}", signature, SECRET)).isInstanceOf(Sender.Known.class);
    }

    @Test
    void oneRightSignatureAmongOthers_isKnown() {
        assertThat(check(0, BODY, "v2,abc v1,AAAA " + RIGHT, "whsec_AAAA", SECRET))
                .isInstanceOf(Sender.Known.class);
    }

    @Test
    void plainWordAsSecret_isItsOwnKey() {
        byte[] right = Hmac.sha256(utf8("my plain secret"), utf8(ID + "." + SENT + "." + BODY));
        String signature = "v1," + java.util.Base64.getEncoder().encodeToString(right);

        assertThat(check(0, BODY, signature, "my plain secret")).isInstanceOf(Sender.Known.class);
    }

    @Test
    void anotherBody_isStrange() {
        assertThat(reason(check(0, BODY + " ", RIGHT, SECRET))).isEqualTo("bad-signature");
    }

    @ParameterizedTest
    @CsvSource({"299, true", "300, true", "301, false", "-300, true", "-301, false", "86400, false"})
    void signatureOfAnotherTime_isKnownForFiveMinutes(long secondsLater, boolean known) {
        assertThat(check(secondsLater, BODY, RIGHT, SECRET) instanceof Sender.Known)
                .isEqualTo(known);
    }

    @ParameterizedTest
    @CsvSource({"webhook-id", "webhook-timestamp", "webhook-signature"})
    void missingHeader_isUnsigned(String missing) {
        Map<String, List<String>> headers = new java.util.HashMap<>(Map.of(
                "webhook-id", List.of(ID), "webhook-timestamp", List.of(SENT), "webhook-signature", List.of(RIGHT)));
        headers.remove(missing);
        Delivery delivery = new Delivery(
                Samples.generic(null), Headers.of(headers), utf8(BODY), Instant.ofEpochSecond(Long.parseLong(SENT)));

        assertThat(reason(StandardWebhook.check(delivery, List.of(SECRET)))).isEqualTo("unsigned");
    }

    @ParameterizedTest
    @CsvSource({"yesterday", "99999999999999999999", "9223372036854775807", "-9223372036854775808", "1.5"})
    void timestampThatIsNone_isStrange(String timestamp) {
        Delivery delivery = Samples.delivery(
                Samples.generic(null),
                utf8(BODY),
                "webhook-id",
                ID,
                "webhook-timestamp",
                timestamp,
                "webhook-signature",
                RIGHT);

        assertThat(reason(StandardWebhook.check(delivery, List.of(SECRET)))).isEqualTo("old-signature");
    }

    private static Sender check(long secondsLater, String body, String signature, String... secrets) {
        Map<String, List<String>> headers = Map.of(
                "Webhook-Id", List.of(ID), "Webhook-Timestamp", List.of(SENT), "Webhook-Signature", List.of(signature));
        Instant received = Instant.ofEpochSecond(Long.parseLong(SENT) + secondsLater);
        return StandardWebhook.check(
                new Delivery(Samples.generic(null), Headers.of(headers), utf8(body), received), List.of(secrets));
    }

    private static String reason(Sender sender) {
        return ((Sender.Stranger) sender).reason();
    }
}
