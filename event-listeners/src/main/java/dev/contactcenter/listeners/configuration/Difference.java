package dev.contactcenter.listeners.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.TreeSet;

/**
 * What differs between two JSON values: members and elements that are the same are left out, and of a long text what is the same before
 * and after the difference. Whoever hides a change behind much that stays as it was is found out.
 *
 * @param was missing where there was nothing
 * @param is missing where there is nothing
 */
record Difference(JsonNode was, JsonNode is) {

    /** So many characters of a long text stay on both sides of the difference, and tell where it is. */
    private static final int AROUND = 200;

    private static final String LEFT_OUT = "…";

    /** Between any two. */
    static Difference of(JsonNode was, JsonNode is) {
        if (was instanceof ObjectNode before && is instanceof ObjectNode now) {
            return ofMembers(before, now);
        }
        if (was instanceof ArrayNode before && is instanceof ArrayNode now && before.size() == now.size()) {
            return ofElements(before, now);
        }
        return was.isTextual() && is.isTextual() ? ofTexts(was.textValue(), is.textValue()) : new Difference(was, is);
    }

    private static Difference ofMembers(ObjectNode was, ObjectNode is) {
        ObjectNode removed = JsonNodeFactory.instance.objectNode();
        ObjectNode added = JsonNodeFactory.instance.objectNode();
        TreeSet<String> names = new TreeSet<>();
        was.fieldNames().forEachRemaining(names::add);
        is.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            if (!was.path(name).equals(is.path(name))) {
                Difference difference = of(was.path(name), is.path(name));
                put(removed, name, difference.was);
                put(added, name, difference.is);
            }
        }
        return new Difference(removed, added);
    }

    private static void put(ObjectNode members, String name, JsonNode value) {
        if (!value.isMissingNode()) {
            members.set(name, value);
        }
    }

    private static Difference ofElements(ArrayNode was, ArrayNode is) {
        ArrayNode removed = JsonNodeFactory.instance.arrayNode();
        ArrayNode added = JsonNodeFactory.instance.arrayNode();
        for (int at = 0; at < was.size(); at++) {
            if (!was.get(at).equals(is.get(at))) {
                Difference difference = of(was.get(at), is.get(at));
                removed.add(difference.was);
                added.add(difference.is);
            }
        }
        return new Difference(removed, added);
    }

    private static Difference ofTexts(String was, String is) {
        int shorter = Math.min(was.length(), is.length());
        int same = 0;
        while (same < shorter && was.charAt(same) == is.charAt(same)) {
            same++;
        }
        int sameAtEnd = 0;
        while (sameAtEnd < shorter - same
                && was.charAt(was.length() - 1 - sameAtEnd) == is.charAt(is.length() - 1 - sameAtEnd)) {
            sameAtEnd++;
        }
        return new Difference(part(was, same, sameAtEnd), part(is, same, sameAtEnd));
    }

    private static TextNode part(String text, int same, int sameAtEnd) {
        int from = whole(text, Math.max(0, same - AROUND));
        int to = whole(text, Math.min(text.length(), text.length() - sameAtEnd + AROUND));
        return TextNode.valueOf(
                (from > 0 ? LEFT_OUT : "") + text.substring(from, to) + (to < text.length() ? LEFT_OUT : ""));
    }

    /** The place, or the one before it if that would be in the middle of a character. */
    private static int whole(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }
}
