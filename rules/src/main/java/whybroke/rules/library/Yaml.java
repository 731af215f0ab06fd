package whybroke.rules.library;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads a rule's YAML as plain data: no types, no aliases, one document, bounded in size and depth. */
final class Yaml {
    /** Characters of one rule.yaml. */
    static final int LARGEST = 64 * 1024;

    private static final int DEEPEST = 20;
    private static final YAMLMapper MAPPER = mapper();

    private Yaml() {}

    /** @throws RuleException naming the file, and the line where the parser knows it */
    static JsonNode read(String where, String yaml) {
        if (yaml.length() > LARGEST) {
            throw new RuleException(where + " is larger than " + LARGEST + " characters; a rule is a page, not a book");
        }
        try (PlainParser parser = new PlainParser(where, MAPPER.getFactory().createParser(yaml))) {
            JsonNode node = MAPPER.readTree(parser);
            if (node == null || node.isMissingNode()) {
                throw new RuleException(where + " is empty");
            } else if (parser.nextToken() != null) {
                throw new RuleException(where + " has more than one document; keep the first one");
            }
            return node;
        } catch (JsonProcessingException wrong) {
            throw new RuleException(where + " is no valid YAML: " + firstLine(wrong), wrong);
        } catch (IOException | StackOverflowError | YAMLException wrong) {
            throw new RuleException(where + " is no valid YAML: " + firstLine(wrong), wrong);
        }
    }

    /** Refuses what rules do not need: aliases could make a small file large, tags could name types. */
    private static final class PlainParser extends JsonParserDelegate {
        private final String where;
        private final YAMLParser yaml;

        PlainParser(String where, YAMLParser yaml) {
            super(yaml);
            this.where = where;
            this.yaml = yaml;
        }

        @Override
        public JsonToken nextToken() throws IOException {
            JsonToken token = yaml.nextToken();
            if (token != null && (yaml.isCurrentAlias() || yaml.getTypeId() != null)) {
                throw new RuleException(where + " uses a YAML alias or tag, which rules may not; write the value out");
            }
            return token;
        }

        @Override
        public String nextFieldName() throws IOException {
            return nextToken() == JsonToken.FIELD_NAME ? currentName() : null;
        }

        @Override
        public String nextTextValue() throws IOException {
            return nextToken() == JsonToken.VALUE_STRING ? getText() : null;
        }
    }

    private static String firstLine(Throwable wrong) {
        String message = String.valueOf(wrong.getMessage()).lines().findFirst().orElse("");
        if (wrong instanceof JsonProcessingException located && located.getLocation() != null) {
            return message + " (line " + located.getLocation().getLineNr() + ")";
        }
        return message;
    }

    private static YAMLMapper mapper() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LARGEST);
        options.setNestingDepthLimit(DEEPEST);
        options.setMaxAliasesForCollections(0);
        options.setAllowDuplicateKeys(false);
        YAMLFactory factory = YAMLFactory.builder()
                .loaderOptions(options)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxStringLength(LARGEST)
                        .build())
                .build();
        return new YAMLMapper(factory);
    }
}
