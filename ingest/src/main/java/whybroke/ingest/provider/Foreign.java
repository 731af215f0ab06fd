package whybroke.ingest.provider;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;

/**
 * A JSON document written by others, read with bounds: nesting 64, a million tokens, texts cut at 1,000 characters, times
 * between 2000 and a day ahead. What is missing, null or of another kind than asked for is null.
 */
final class Foreign {
    private static final int LONGEST_TEXT = 1_000;
    /** A signed address has many parameters; a cut one would be useless. */
    private static final int LONGEST_ADDRESS = 4_000;

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(64)
                            .maxTokenCount(1_000_000)
                            .maxStringLength(32 * 1024 * 1024)
                            .maxNameLength(1_000)
                            .maxNumberLength(100)
                            .build())
                    .build())
            .build();

    private final JsonNode node;

    private Foreign(JsonNode node) {
        this.node = node;
    }

    /** @throws Unreadable when it is no JSON object within the bounds */
    static Foreign parse(String json) throws Unreadable {
        try {
            JsonNode node = MAPPER.readTree(json);
            if (node == null || !node.isObject()) {
                throw new Unreadable("the body is not a JSON object");
            }
            return new Foreign(node);
        } catch (JsonProcessingException e) {
            throw new Unreadable("the body is not JSON with at most 64 levels and 1,000,000 tokens" + where(e));
        }
    }

    private static String where(JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        return at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
    }

    Foreign get(String name) {
        JsonNode child = node.get(name);
        return new Foreign(child == null ? MissingNode.getInstance() : child);
    }

    boolean isObject() {
        return node.isObject();
    }

    boolean isMissing() {
        return node.isMissingNode() || node.isNull();
    }

    /** The elements of an array, at most so many; none when it is no array. */
    List<Foreign> elements(int most) {
        Stream<JsonNode> all = node.isArray() ? node.valueStream() : Stream.empty();
        return all.limit(most).map(Foreign::new).toList();
    }

    /** The text or number itself, cut and without characters that nothing later can store. */
    String text() {
        return node.isTextual() || node.isNumber() ? clean(node.asText()) : null;
    }

    String text(String name) {
        return get(name).text();
    }

    String text(String name, String otherwise) {
        String text = text(name);
        return text == null ? otherwise : text;
    }

    /** A text of any length, as it stands; null when there is none. */
    String longText(String name) {
        JsonNode child = node.get(name);
        return child != null && child.isTextual() ? child.textValue() : null;
    }

    Boolean bool(String name) {
        JsonNode child = node.get(name);
        return (child != null && child.isBoolean()) ? child.booleanValue() : null;
    }

    Integer number(String name) {
        String digits = text(name);
        return digits != null && digits.matches("-?\\d{1,9}") ? Integer.valueOf(digits) : null;
    }

    /** From 1 to a million; 1 when there is none. */
    int attempt(String name) {
        Integer attempt = number(name);
        return attempt == null ? 1 : Math.clamp(attempt, 1, 1_000_000);
    }

    Instant time(String name, Instant received) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        try {
            Instant time = OffsetDateTime.parse(text).toInstant();
            boolean believable = time.isAfter(EARLIEST) && time.isBefore(received.plus(Duration.ofDays(1)));
            return believable ? time : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** A web address, http or https with a host; null for anything else. */
    String link(String name) {
        String text = longText(name);
        if (text == null || text.length() > LONGEST_ADDRESS) {
            return null;
        }
        try {
            URI uri = URI.create(text);
            boolean web =
                    uri.isAbsolute() && uri.getHost() != null && uri.getScheme().matches("(?i)https?");
            return web ? text : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The document again without these fields of its top level. */
    String without(String... names) {
        ObjectNode rest = ((ObjectNode) node).deepCopy();
        rest.remove(List.of(names));
        return rest.toString();
    }

    /** Null when nothing but space is left. Half a surrogate pair and control characters become U+FFFD. */
    private static String clean(String text) {
        String cut = text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
        StringBuilder clean = new StringBuilder(cut.length());
        cut.codePoints()
                .map(point -> Character.isISOControl(point) || isHalf(point) ? 0xFFFD : point)
                .forEach(clean::appendCodePoint);
        String stripped = clean.toString().strip();
        return stripped.isEmpty() ? null : stripped;
    }

    private static boolean isHalf(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }

    /** How a body of bytes becomes text: what is not UTF-8 becomes U+FFFD. */
    static String utf8(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }
}
