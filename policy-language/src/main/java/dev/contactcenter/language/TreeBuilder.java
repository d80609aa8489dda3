package dev.contactcenter.language;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Builds {@link Node}s from a parser's tokens; the parser bounds their depth. */
final class TreeBuilder {

    /** Rules, actions and modes are matched with each other: without a bound a small text could make much work. */
    static final int MOST_ENTRIES = 1000;

    private final JsonParser parser;
    private final Findings findings;
    private final String document;

    TreeBuilder(JsonParser parser, Findings findings, String document) {
        this.parser = parser;
        this.document = document;
        this.findings = findings;
    }

    /** The value that begins at the current token. */
    Node build(String path) throws IOException {
        Place place = place(path);
        refuseReference(place);
        return switch (parser.currentToken()) {
            case START_OBJECT -> mapping(place);
            case START_ARRAY -> sequence(place);
            case VALUE_STRING -> scalar(place, Node.Kind.TEXT);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> scalar(place, Node.Kind.NUMBER);
            case VALUE_TRUE, VALUE_FALSE -> scalar(place, Node.Kind.TRUTH);
            case VALUE_NULL -> new Node.Scalar(place, Node.Kind.NOTHING, "", document);
            // Bytes that a tag asked for (the tag is an error already), and tokens that begin no value.
            case VALUE_EMBEDDED_OBJECT, END_OBJECT, END_ARRAY, FIELD_NAME, NOT_AVAILABLE ->
                new Node.Scalar(place, Node.Kind.NOTHING, "", document);
        };
    }

    private Node scalar(Place place, Node.Kind kind) throws IOException {
        return new Node.Scalar(place, kind, parser.getText(), document);
    }

    private Node mapping(Place place) throws IOException {
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            Place keyPlace = place(Place.below(place.path(), key));
            refuseReference(keyPlace);
            parser.nextToken();
            var entry = new Node.Entry(keyPlace, build(keyPlace.path()));
            Node.Entry first = entries.putIfAbsent(key, entry);
            if (first != null) {
                findings.error(
                        keyPlace,
                        "the key " + Quoted.of(key) + " was already given on line "
                                + first.key().line(),
                        "keep one of the two");
            }
        }
        refuseTooMany(place, entries.size());
        return new Node.Mapping(place, entries);
    }

    private Node sequence(Place place) throws IOException {
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY && parser.currentToken() != null) {
            items.add(build(Place.item(place.path(), items.size())));
        }
        refuseTooMany(place, items.size());
        return new Node.Sequence(place, items);
    }

    private void refuseTooMany(Place place, int size) {
        if (size > MOST_ENTRIES) {
            findings.error(place, "there are " + size + " entries here", "at most " + MOST_ENTRIES + " can be read");
        }
    }

    private void refuseReference(Place place) throws IOException {
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            findings.error(
                    place,
                    "a reference to another place of the document cannot be used",
                    "write the value out, or put a word that starts with '*' into quotes");
        } else if (parser.getTypeId() != null) {
            findings.error(
                    place,
                    "a tag (a word that starts with '!') cannot be used",
                    "leave it out, or put the whole text into single quotes");
        }
    }

    private Place place(String path) throws IOException {
        JsonLocation start = parser.currentTokenLocation();
        return new Place(path, Math.max(1, start.getLineNr()), Math.max(1, start.getColumnNr()), length(start));
    }

    /** How far the current word reaches on its line; of a mapping or a list only the beginning is pointed at. */
    private int length(JsonLocation start) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.FIELD_NAME && !(parser instanceof YAMLParser)) {
            // This parser has read on to the value.
            return parser.currentName().length() + 2;
        }
        if (token != JsonToken.FIELD_NAME && !token.isScalarValue()) {
            return 1;
        }
        // A text is read to its end only when it is asked for.
        parser.getText();
        JsonLocation end = parser.currentLocation();
        return end.getLineNr() == start.getLineNr() ? Math.max(1, end.getColumnNr() - start.getColumnNr()) : 1;
    }
}
