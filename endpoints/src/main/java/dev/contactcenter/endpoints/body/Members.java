package dev.contactcenter.endpoints.body;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The members of a JSON object, none of which may be a surprise. */
public record Members(JsonNode object) {

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /**
     * Reads the body of a request.
     *
     * @throws UnusableException if it is not one object with no other members than these
     */
    public static Members read(byte[] body, Set<String> known) throws UnusableException {
        try {
            return new Members(JSON.readTree(body)).only(known, "the body");
        } catch (IOException notJson) {
            throw new UnusableException("The body is not one JSON object without duplicate members.");
        }
    }

    /** The object that is a member. */
    public Members object(String member, Set<String> known) throws UnusableException {
        return new Members(object.path(member)).only(known, "member '" + member + "'");
    }

    /**
     * The objects of a list.
     *
     * @param most how many there may be; one at least
     */
    public List<Members> list(String member, int most) throws UnusableException {
        JsonNode list = object.path(member);
        if (!list.isArray() || list.isEmpty() || list.size() > most) {
            throw new UnusableException("Member '" + member + "' is not a list of 1 to " + most + " objects.");
        }
        List<Members> members = new ArrayList<>();
        list.forEach(one -> members.add(new Members(one)));
        return members;
    }

    /**
     * The same, if it is an object without any other members.
     *
     * @param where what it is, for a sentence
     */
    public Members only(Set<String> known, String where) throws UnusableException {
        if (!object.isObject()) {
            throw new UnusableException("Something else than an object stands for " + where + ".");
        }
        Set<String> others = new TreeSet<>();
        object.fieldNames().forEachRemaining(others::add);
        others.removeAll(known);
        if (!others.isEmpty()) {
            throw new UnusableException("There is a member that " + where + " does not have; it has "
                    + String.join(", ", new TreeSet<>(known)) + ".");
        }
        return this;
    }

    /** Whether it is there. */
    public boolean has(String member) {
        return object.has(member);
    }

    /** How many there are. */
    public int count() {
        return object.size();
    }

    /** A text of at least one character, without the white space around it. */
    public String text(String member, int longest) throws UnusableException {
        JsonNode value = object.path(member);
        String text = value.isTextual() ? value.textValue().strip() : "";
        if (text.isEmpty() || text.length() > longest) {
            throw new UnusableException("Member '" + member + "' is not a text of 1 to " + longest + " characters.");
        }
        return text;
    }

    /** The same where it need not be there; empty if it is not. */
    public String optionalText(String member, int longest) throws UnusableException {
        return has(member) ? text(member, longest) : "";
    }

    /** A whole number. */
    public long number(String member, long least, long most) throws UnusableException {
        JsonNode value = object.path(member);
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.asLong() < least || value.asLong() > most) {
            throw new UnusableException(
                    "Member '" + member + "' is not a whole number from " + least + " to " + most + ".");
        }
        return value.asLong();
    }
}
