package dev.contactcenter.language;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.regex.Pattern;

/** One value of the document as JSON Schema describes it. */
final class SchemaNode {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final ObjectNode node;

    private SchemaNode(String type) {
        this(JSON.objectNode().put("type", type));
    }

    private SchemaNode(ObjectNode node) {
        this.node = node;
    }

    static SchemaNode text() {
        var shape = new SchemaNode("string");
        shape.node.put("minLength", 1);
        return shape;
    }

    /** A text of the whole of which the reader demands this pattern; it must mean the same in Java and in JavaScript. */
    static SchemaNode matching(Pattern pattern) {
        var shape = new SchemaNode("string");
        shape.node.put("pattern", anchored(pattern));
        return shape;
    }

    static SchemaNode duration() {
        var shape = new SchemaNode("string");
        shape.node.put("format", "duration").putArray("examples").add("PT5M").add("PT1H");
        return shape;
    }

    static SchemaNode truth() {
        return new SchemaNode("boolean");
    }

    static SchemaNode wholeNumber(int least, int most) {
        var shape = new SchemaNode("integer");
        shape.node.put("minimum", least).put("maximum", most);
        return shape;
    }

    static <E extends Enum<E>> SchemaNode choice(Class<E> type) {
        return words(Values.words(type));
    }

    static SchemaNode words(Collection<String> words) {
        var shape = new SchemaNode("string");
        var choices = shape.node.putArray("enum");
        words.forEach(choices::add);
        return shape;
    }

    /** Any one of some shapes. */
    static SchemaNode either(SchemaNode... shapes) {
        var either = new SchemaNode(JSON.objectNode());
        var ways = either.node.putArray("anyOf");
        for (SchemaNode shape : shapes) {
            ways.add(shape.node);
        }
        return either;
    }

    static SchemaNode list(SchemaNode item) {
        var shape = new SchemaNode("array");
        shape.node.put("maxItems", TreeBuilder.MOST_ENTRIES).set("items", item.node);
        return shape;
    }

    /** Keys of the writer's own choice. */
    static SchemaNode map(SchemaNode value) {
        var shape = new SchemaNode("object");
        shape.node.put("maxProperties", TreeBuilder.MOST_ENTRIES).set("additionalProperties", value.node);
        return shape;
    }

    /** Keys of the writer's own choice and of this pattern. */
    static SchemaNode map(Pattern key, SchemaNode value) {
        SchemaNode shape = map(value);
        shape.node.putObject("propertyNames").put("pattern", anchored(key));
        return shape;
    }

    /** Keys that are told with {@link #required} and {@link #with}, and no others. */
    static SchemaNode mapping(String meaning) {
        var shape = new SchemaNode("object").says(meaning);
        shape.node.put("additionalProperties", false).putObject("properties");
        return shape;
    }

    SchemaNode required(String key, SchemaNode value) {
        node.withArray("required").add(key);
        return with(key, value);
    }

    SchemaNode with(String key, SchemaNode value) {
        node.withObject("properties").set(key, value.node);
        return this;
    }

    SchemaNode says(String meaning) {
        node.put("description", meaning);
        return this;
    }

    String toJson(String title, String id) {
        ObjectNode root = JSON.objectNode()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("$id", id)
                .put("title", title);
        root.setAll(node);
        var indenter = new DefaultIndenter("  ", "\n");
        var printer = new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
        try {
            return new ObjectMapper().writer(printer).writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of texts and numbers cannot fail to be written", e);
        }
    }

    private static String anchored(Pattern pattern) {
        return "^(?:" + pattern.pattern() + ")$";
    }
}
