package dev.contactcenter.kit.details;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.contactcenter.language.DetailTerms.Use;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.AuthorizationDetailsJSONRepresentation;

/**
 * Reads {@code authorization_details}. A request is read strictly: an unknown type or member, a value of another type, or the same
 * member twice refuses the whole (RFC 9396 §5), so that nothing is granted that somebody understood otherwise.
 */
public final class DetailReader {

    /** Keycloak drops a longer parameter of an authorization request without a word. */
    private static final int MOST_CHARACTERS = 2000;

    private static final int MOST_DETAILS = 10;
    private static final int MOST_NAMES = 32;
    private static final Pattern ACTION = Pattern.compile("[a-z][a-z0-9-]{0,31}:[a-z][a-z0-9-]{0,31}");
    private static final Pattern FIELD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    /** It is shown to a person, so it has no spaces to hide behind. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:@/-]{0,127}");

    private static final Set<String> MEMBERS = Set.of(
            "type", ActionDetail.ACTIONS, ActionDetail.IDENTIFIER, ActionDetail.INTERACTION, ActionDetail.FIELDS);

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** What is wrong, as it was found. */
    private final List<String> flaws = new ArrayList<>();

    private DetailReader() {}

    /** Reads the parameter of a request. */
    public static DetailReading read(String parameter) {
        JsonNode whole;
        try {
            whole = STRICT.readTree(parameter);
        } catch (JsonProcessingException unreadable) {
            return new DetailReading.Refused("authorization_details is no JSON, or has a member twice");
        }
        if (!whole.isArray() || whole.isEmpty()) {
            return new DetailReading.Refused("authorization_details is not a list with at least one object");
        }
        if (isOfOthers(whole)) {
            return new DetailReading.OfOthers();
        }
        if (parameter.length() > MOST_CHARACTERS || whole.size() > MOST_DETAILS) {
            return new DetailReading.Refused("authorization_details has more than " + MOST_CHARACTERS
                    + " characters or " + MOST_DETAILS + " objects");
        }
        var reader = new DetailReader();
        List<ActionDetail> details = new ArrayList<>();
        whole.forEach(one -> reader.detail(one).ifPresent(details::add));
        return reader.flaws.isEmpty()
                ? new DetailReading.Read(details)
                : new DetailReading.Refused(reader.flaws.getFirst());
    }

    /** Those of a token of this realm, which nobody else could have written. */
    public static List<ActionDetail> of(AccessToken token) {
        return token.getAuthorizationDetails() == null
                ? List.of()
                : token.getAuthorizationDetails().stream()
                        .filter(one -> ActionDetail.TYPE.equals(one.getType()))
                        .map(DetailReader::told)
                        .toList();
    }

    private static ActionDetail told(AuthorizationDetailsJSONRepresentation one) {
        Map<String, Object> more = one.getCustomData();
        return new ActionDetail(
                Set.copyOf(one.getActions()),
                Objects.requireNonNullElse(one.getIdentifier(), ""),
                more.get(ActionDetail.INTERACTION) instanceof String interaction ? interaction : "",
                more.get(ActionDetail.FIELDS) instanceof List<?> fields
                        ? fields.stream().map(String::valueOf).collect(Collectors.toSet())
                        : Set.of(),
                ActionDetail.ONCE.equals(more.get(ActionDetail.USE)) ? Use.ONCE : Use.REPEATED);
    }

    private static boolean isOfOthers(JsonNode whole) {
        for (JsonNode one : whole) {
            if (!one.path("type").isTextual() || one.path("type").asText().equals(ActionDetail.TYPE)) {
                return false;
            }
        }
        return true;
    }

    private Optional<ActionDetail> detail(JsonNode one) {
        if (!one.isObject() || !one.path("type").asText().equals(ActionDetail.TYPE)) {
            flaws.add("an object of authorization_details is not of the type " + ActionDetail.TYPE);
        }
        one.fieldNames().forEachRemaining(member -> {
            if (!MEMBERS.contains(member)) {
                flaws.add("the type " + ActionDetail.TYPE
                        + " has type, actions, identifier, interaction and fields only");
            }
        });
        if (!one.has(ActionDetail.ACTIONS)) {
            flaws.add("actions is missing");
        }
        Set<String> actions = names(one, ActionDetail.ACTIONS, ACTION);
        String identifier = id(one, ActionDetail.IDENTIFIER);
        String interaction = id(one, ActionDetail.INTERACTION);
        Set<String> fields = names(one, ActionDetail.FIELDS, FIELD);
        return flaws.isEmpty()
                ? Optional.of(new ActionDetail(actions, identifier, interaction, fields, Use.REPEATED))
                : Optional.empty();
    }

    private Set<String> names(JsonNode of, String member, Pattern shape) {
        if (!of.has(member)) {
            return Set.of();
        }
        JsonNode list = of.get(member);
        Set<String> names = new LinkedHashSet<>();
        list.forEach(name -> {
            if (name.isTextual() && shape.matcher(name.asText()).matches()) {
                names.add(name.asText());
            }
        });
        if (!list.isArray() || list.isEmpty() || list.size() > MOST_NAMES || names.size() != list.size()) {
            flaws.add(member + " is not a list of 1 to " + MOST_NAMES + " different names");
        }
        return names;
    }

    private String id(JsonNode of, String member) {
        if (!of.has(member)) {
            return "";
        }
        JsonNode id = of.get(member);
        if (!id.isTextual() || !ID.matcher(id.asText()).matches()) {
            flaws.add(member + " is not an id of at most 128 letters, digits, dots, dashes and the like");
        }
        return id.asText();
    }
}
