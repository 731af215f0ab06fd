package whybroke.rules.library;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** A whole library as one JSON text: how it travels, how it is stored, and how it lies in the jar. */
final class Bundle {
    private static final int FORMAT = 1;
    private static final ObjectMapper JSON = new ObjectMapper();

    private Bundle() {}

    static String write(RuleLibrary library) {
        ObjectNode bundle = JsonNodeFactory.instance.objectNode();
        bundle.put("format", FORMAT);
        bundle.put("version", library.version());
        bundle.set("confidence", library.confidence().write());
        ArrayNode rules = bundle.putArray("rules");
        library.rules().forEach(rule -> rules.add(RuleWriter.write(rule).put("remedy", rule.remedy())));
        return bundle.toString();
    }

    /** @throws RuleException when this is no bundle of this format */
    static RuleLibrary read(String text) {
        JsonNode bundle = json("The library bundle", text);
        if (bundle.path("format").asInt() != FORMAT) {
            throw new RuleException(
                    "The library bundle has format " + bundle.path("format") + "; this version reads " + FORMAT);
        }
        List<Rule> rules = new ArrayList<>();
        for (JsonNode node : bundle.path("rules")) {
            ObjectNode rule = node.deepCopy();
            String remedy = rule.path("remedy").asText();
            rule.remove("remedy");
            rules.add(RuleReader.read("The rule " + rule.path("id").asText() + " of the bundle", rule, remedy));
        }
        return RuleLibrary.of(bundle.path("version").asText(), rules, Confidence.read(bundle.path("confidence")));
    }

    static JsonNode json(String where, String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException wrong) {
            throw new RuleException(where + " is no valid JSON: " + wrong.getOriginalMessage(), wrong);
        }
    }
}
