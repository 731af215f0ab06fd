package whybroke.api.problem;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** What holds for every operation of the API: the token, and what an error looks like. Pages are not described. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ApiDescription implements OASFilter {
    private static final String TOKEN = "token";
    private static final String EXAMPLE = """
            {"type": "urn:whybroke:problem:invalid-request", "title": "The request cannot be understood", "status": 400, \
            "detail": "limit: must be 1 to 200", "instance": "/api/v1/failures", \
            "trace_id": "0af7651916cd43dd8448eb211c80319c", \
            "errors": [{"pointer": "limit", "detail": "must be 1 to 200"}]}""";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.setInfo(OASFactory.createInfo()
                .title("whybroke")
                .version("1")
                .description("Why CI jobs failed, whose it is, and whether it happened before. Additive changes only; "
                        + "the values of every enumeration may grow. Times are ISO 8601 in UTC."));
        if (api.getPaths() == null) {
            return;
        }
        List.copyOf(api.getPaths().getPathItems().keySet()).stream()
                .filter(path -> !path.startsWith("/api/"))
                .forEach(api.getPaths()::removePathItem);
        if (api.getComponents() == null) {
            api.setComponents(OASFactory.createComponents());
        }
        api.getComponents()
                .addSecurityScheme(
                        TOKEN,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .description("wbk_..., with the scopes ingest, read, triage or admin"));
        api.getComponents().addSchema("Problem", problem());
        api.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(TOKEN));
        api.getPaths().getPathItems().values().stream()
                .map(PathItem::getOperations)
                .flatMap(operations -> operations.values().stream())
                .forEach(ApiDescription::mayFail);
    }

    private static void mayFail(Operation operation) {
        APIResponse problem = OASFactory.createAPIResponse()
                .description("A problem (RFC 9457)")
                .content(OASFactory.createContent()
                        .addMediaType(
                                Problem.MEDIA_TYPE,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"))
                                        .example(EXAMPLE)));
        if (operation.getResponses() == null) {
            operation.setResponses(OASFactory.createAPIResponses());
        }
        operation.getResponses().defaultValue(problem);
    }

    private static Schema problem() {
        Schema flaw = object().addProperty("pointer", text("Place in the body, or the parameter's name"))
                .addProperty("detail", text("What is wrong with it"));
        return object().description("An error (RFC 9457). The values of type are stable; more may come.")
                .addProperty("type", text("urn:whybroke:problem:..., see docs/problems.md"))
                .addProperty("title", text("The type in words"))
                .addProperty("status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER))
                .addProperty("detail", text("This occurrence in words"))
                .addProperty("instance", text("The address that was asked"))
                .addProperty("trace_id", text("32 hex digits, also in the service's log"))
                .addProperty(
                        "errors",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.ARRAY)
                                .items(flaw));
    }

    private static Schema object() {
        return OASFactory.createSchema().addType(Schema.SchemaType.OBJECT);
    }

    private static Schema text(String meaning) {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING).description(meaning);
    }
}
