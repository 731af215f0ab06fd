package whybroke.rules.library;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The fields of one object in a rule, with a sentence for the author when one is missing, unknown or of a wrong kind. */
final class Fields {
    private static final int MOST_ITEMS = 64;
    private static final int LONGEST = 2000;

    private final String where;
    private final JsonNode node;

    Fields(String where, JsonNode node, String... known) {
        this.where = where;
        this.node = node;
        if (!node.isObject()) {
            throw wrong("must be a block of fields, not '" + brief(node) + "'");
        }
        node.fieldNames().forEachRemaining(name -> {
            if (!Arrays.asList(known).contains(name)) {
                throw wrong("has no field '" + brief(name) + "'; its fields are " + String.join(", ", known));
            }
        });
    }

    RuleException wrong(String what) {
        return new RuleException(where + " " + what);
    }

    boolean has(String name) {
        return node.hasNonNull(name);
    }

    JsonNode get(String name) {
        return has(name) ? node.get(name) : MissingNode.getInstance();
    }

    String text(String name) {
        String text = text(name, null);
        if (text == null || text.isBlank()) {
            throw wrong("needs the field '" + name + "'");
        }
        return text;
    }

    String text(String name, String otherwise) {
        return has(name) ? scalar(name, get(name)) : otherwise;
    }

    int number(String name, int otherwise) {
        if (!has(name)) {
            return otherwise;
        }
        if (!get(name).canConvertToInt()
                || !get(name).isIntegralNumber()
                || get(name).intValue() < 1) {
            throw wrong("field '" + name + "' must be a whole number from 1, not '" + brief(get(name)) + "'");
        }
        return get(name).intValue();
    }

    boolean flag(String name) {
        if (has(name) && !get(name).isBoolean()) {
            throw wrong("field '" + name + "' must be true or false, not '" + brief(get(name)) + "'");
        }
        return get(name).asBoolean(false);
    }

    /** One of an enum's constants by the word that rules use for it. */
    <E extends Enum<E>> E word(String name, Class<E> words, E otherwise) {
        return has(name) ? constant(name, text(name), words) : otherwise;
    }

    <E extends Enum<E>> List<E> words(String name, Class<E> words) {
        return texts(name).stream().map(text -> constant(name, text, words)).toList();
    }

    /** One text or a list of them; empty when absent. */
    List<String> texts(String name) {
        return items(name).stream().map(item -> scalar(name, item)).toList();
    }

    /** The items of a list; a single value is a list of one. */
    List<JsonNode> items(String name) {
        List<JsonNode> items = new ArrayList<>();
        if (has(name) && get(name).isArray()) {
            get(name).forEach(items::add);
        } else if (has(name)) {
            items.add(get(name));
        }
        if (items.size() > MOST_ITEMS) {
            throw wrong("field '" + name + "' has " + items.size() + " items; the most is " + MOST_ITEMS);
        }
        return items;
    }

    private <E extends Enum<E>> E constant(String name, String text, Class<E> words) {
        for (E constant : words.getEnumConstants()) {
            if (Rule.word(constant).equals(text)) {
                return constant;
            }
        }
        throw wrong("field '" + name + "' must be one of "
                + Arrays.stream(words.getEnumConstants()).map(Rule::word).collect(Collectors.joining(", ")) + ", not '"
                + brief(text) + "'");
    }

    private String scalar(String name, JsonNode value) {
        if (!value.isValueNode() || value.isNull()) {
            throw wrong("field '" + name + "' must be a text, not a list or block");
        }
        if (value.asText().length() > LONGEST) {
            throw wrong("field '" + name + "' is longer than " + LONGEST + " characters");
        }
        return value.asText();
    }

    private static String brief(Object text) {
        String all = text instanceof JsonNode value && value.isValueNode() ? value.asText() : text.toString();
        return all.length() <= 60 ? all : all.substring(0, 60) + "...";
    }
}
