package whybroke.server;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class StartTest {
    @Test
    void allRolesTogether_areReady() {
        given().get("/q/health/ready").then().statusCode(200);
    }
}
