package dev.contactcenter.language;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One value of the document and where it stands. */
sealed interface Node {

    Place place();

    /** What it is, as a message names it. */
    String description();

    /**
     * Keys and their values.
     *
     * @param entries in document order, a repeated key only the first time
     */
    record Mapping(Place place, Map<String, Entry> entries) implements Node {
        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        @Override
        public String description() {
            return "a mapping";
        }
    }

    /** A key's place and its value. */
    record Entry(Place key, Node value) {}

    /** Values in order. */
    record Sequence(Place place, List<Node> items) implements Node {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String description() {
            return "a list";
        }
    }

    /**
     * One word, number or nothing.
     *
     * @param text as it was written, without quotes
     * @param document the text of the whole document, for who has to find a place within this text
     */
    record Scalar(Place place, Kind kind, String text, String document) implements Node {

        @Override
        public String description() {
            return switch (kind) {
                case TEXT -> text.isEmpty() ? "nothing" : "the text " + Quoted.of(text);
                case NUMBER -> "the number " + Quoted.shortened(text);
                case TRUTH -> Quoted.shortened(text);
                case NOTHING -> "nothing";
            };
        }
    }

    /** What a scalar is. */
    enum Kind {
        TEXT,
        NUMBER,
        TRUTH,
        NOTHING
    }
}
