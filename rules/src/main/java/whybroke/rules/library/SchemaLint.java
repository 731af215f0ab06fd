package whybroke.rules.library;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Checks a rule against library/rule.schema.json, the same file that editors use. */
final class SchemaLint {
    private static final Schema SCHEMA = schema();

    private SchemaLint() {}

    /** One sentence each. */
    static List<String> check(JsonNode rule) {
        return SCHEMA.validate(rule.toString(), InputFormat.JSON).stream()
                .map(SchemaLint::sentence)
                .distinct()
                .toList();
    }

    private static String sentence(Error error) {
        String place = error.getInstanceLocation().toString();
        String where = place.isEmpty() ? "" : "at " + place + " ";
        return "is not as rule.schema.json asks: " + where + error.getMessage()
                + "; see rules/README.md for its fields";
    }

    private static Schema schema() {
        try (InputStream in = SchemaLint.class.getResourceAsStream("/library/rule.schema.json")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(text, InputFormat.JSON);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
