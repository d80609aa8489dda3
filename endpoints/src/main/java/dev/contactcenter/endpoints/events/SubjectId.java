package dev.contactcenter.endpoints.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whom or what an event is about, as the transmitter names it (RFC 9493 §3.2, SSF 1.0 §3). */
public sealed interface SubjectId {

    /** RFC 9493 §3.2.2. */
    record Email(String email) implements SubjectId {}

    /** RFC 9493 §3.2.3. */
    record IssSub(String iss, String sub) implements SubjectId {}

    /** RFC 9493 §3.2.4. */
    record Opaque(String id) implements SubjectId {}

    /** RFC 9493 §3.2.8: names of one and the same. */
    record Aliases(List<SubjectId> identifiers) implements SubjectId {
        public Aliases {
            identifiers = List.copyOf(identifiers);
        }
    }

    /** SSF 1.0 §3.2: all members together mean one. */
    record Complex(Map<String, SubjectId> members) implements SubjectId {
        public Complex {
            members = Map.copyOf(members);
        }
    }

    /** A format that nobody here can resolve. */
    record Other(String format) implements SubjectId {}

    /** For records: which kinds of names there are, and none of the names. */
    default String format() {
        return switch (this) {
            case Email ignored -> "email";
            case IssSub ignored -> "iss_sub";
            case Opaque ignored -> "opaque";
            case Aliases ignored -> "aliases";
            case Complex complex ->
                complex.members().entrySet().stream()
                        .map(member -> member.getKey() + ":" + member.getValue().format())
                        .sorted()
                        .collect(Collectors.joining(" "));
            case Other other -> other.format();
        };
    }

    /** Reads one; nothing if it breaks the rules of its format. */
    static Optional<SubjectId> read(JsonNode json) {
        return read(json, true);
    }

    private static Optional<SubjectId> read(JsonNode json, boolean nested) {
        String format = json.path("format").asText();
        return switch (format) {
            case "" -> Optional.empty();
            case "email" -> text(json, "email").map(Email::new);
            case "iss_sub" -> text(json, "iss").flatMap(iss -> text(json, "sub").map(sub -> new IssSub(iss, sub)));
            case "opaque" -> text(json, "id").map(Opaque::new);
            case "aliases" -> nested ? aliases(json.path("identifiers")) : Optional.empty();
            case "complex" -> nested ? complex(json) : Optional.empty();
            default -> Optional.of(new Other(format.length() > LONGEST_FORMAT ? "unknown" : format));
        };
    }

    /** Longer than any registered one. */
    int LONGEST_FORMAT = 32;

    /** More than any account, session or device has. */
    int LONGEST = 255;

    /** More than anybody can mean by one subject. */
    int MOST = 16;

    private static Optional<String> text(JsonNode json, String member) {
        return Optional.ofNullable(json.path(member).textValue())
                .filter(text -> !text.isEmpty() && text.length() <= LONGEST);
    }

    private static Optional<SubjectId> aliases(JsonNode identifiers) {
        if (!identifiers.isArray() || identifiers.isEmpty() || identifiers.size() > MOST) {
            return Optional.empty();
        }
        List<SubjectId> names = identifiers
                .valueStream()
                .flatMap(one -> read(one, false).stream())
                .toList();
        return names.size() == identifiers.size() ? Optional.of(new Aliases(names)) : Optional.empty();
    }

    private static Optional<SubjectId> complex(JsonNode json) {
        Map<String, SubjectId> members = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> member : json.properties()) {
            if (member.getKey().equals("format")) {
                continue;
            }
            Optional<SubjectId> read = read(member.getValue(), false);
            if (read.isEmpty() || members.size() == MOST) {
                return Optional.empty();
            }
            members.put(member.getKey(), read.get());
        }
        return members.isEmpty() ? Optional.empty() : Optional.of(new Complex(members));
    }
}
