package whybroke.server.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import whybroke.server.Backends;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class OpenApiTest {
    @Inject
    Caller caller;

    @Test
    void everyOperation_hasAStableId_aSummary_andSaysWhatAProblemIs() {
        JsonPath api = document();

        assertThat(api.getString("openapi")).startsWith("3.1");
        Map<String, Map<String, Map<String, ?>>> paths = api.getMap("paths");
        assertThat(paths.keySet()).allMatch(path -> path.startsWith("/api/v1/"), "only the API is described");
        paths.forEach((path, operations) -> operations.forEach((method, operation) -> {
            if (List.of("get", "post", "put").contains(method)) {
                assertThat(operation.get("operationId"))
                        .as("%s %s", method, path)
                        .isNotNull();
                assertThat(operation.get("summary")).as("%s %s", method, path).isNotNull();
                assertThat(((Map<?, ?>) operation.get("responses")).keySet())
                        .as("%s %s", method, path)
                        .anyMatch("default"::equals);
            }
        }));
        assertThat(api.getMap("components.schemas.Problem.properties")).containsKeys("type", "trace_id", "errors");
        assertThat(api.getMap("components.schemas.FailureSummary.properties")).containsKeys("log_state", "may_fail");
    }

    private JsonPath document() {
        return JsonPath.from(given().spec(caller.admin())
                .get("/api/openapi.json")
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }
}
