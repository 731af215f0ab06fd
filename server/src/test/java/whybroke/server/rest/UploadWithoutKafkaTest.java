package whybroke.server.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import whybroke.ingest.stream.KafkaOutgoing;
import whybroke.server.Backends;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class UploadWithoutKafkaTest {
    @Inject
    Caller caller;

    @Inject
    KafkaOutgoing outgoing;

    /** The other tests' broker stays up; this one's producer knows only an address where nobody answers. */
    @BeforeEach
    void nobodyAnswers() {
        QuarkusMock.installMockForInstance(new KafkaOutgoing("127.0.0.1:1"), outgoing);
    }

    @Test
    void theSender_isToldToComeBack_andNothingIsHalfDone() {
        given().spec(caller.admin())
                .contentType("text/plain")
                .body("a log")
                .post("/api/v1/failures?repository=upload/down&job=build&wait=true")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "5")
                .body("type", equalTo("urn:whybroke:problem:unavailable"));
        given().spec(caller.admin())
                .get("/api/v1/failures?repository=upload/down")
                .then()
                .body("items", hasSize(0));
    }
}
