package dev.contactcenter.language;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** Turns text into {@link Node}s within bounds: size, depth, no references from one place of the document to another. */
final class Syntax {

    static final int MOST_CHARACTERS = 1 << 20;
    private static final int DEEPEST = 20;

    /** How the YAML parser calls a tab in its messages. */
    private static final String TAB = "\\t(TAB)";

    private static final StreamReadConstraints BOUNDS =
            StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build();
    private static final JsonFactory JSON =
            JsonFactory.builder().streamReadConstraints(BOUNDS).build();
    private static final JsonFactory YAML = YAMLFactory.builder()
            .streamReadConstraints(BOUNDS)
            .loaderOptions(yamlBounds())
            // YAML 1.1 reads the word off, a value of 'enforcement', as false.
            .enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS)
            .build();

    private final Findings findings;
    private Optional<Node> root = Optional.empty();

    private Syntax(Genre genre) {
        this.findings = new Findings(genre);
    }

    /** The root value, or at least one error. */
    static Optional<Node> read(String text, Findings findings) {
        if (text.length() > MOST_CHARACTERS) {
            findings.error(
                    Place.ofDocument(),
                    "the " + findings.genre().noun() + " has " + text.length() + " characters",
                    "at most " + MOST_CHARACTERS + " can be read");
            return Optional.empty();
        }
        String marked = text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (!Characters.areUsable(marked, findings)) {
            return Optional.empty();
        }
        Syntax attempt = attempt(marked, findings.genre());
        findings.addAll(attempt.findings);
        return attempt.root;
    }

    /** JSON that uses tabs or escapes its slashes is no YAML to the YAML parser, so what looks like JSON is tried as such. */
    private static Syntax attempt(String text, Genre genre) {
        if (!text.stripLeading().startsWith("{")) {
            return new Syntax(genre).parse(YAML, "YAML", text);
        }
        Syntax json = new Syntax(genre).parse(JSON, "JSON", text);
        if (json.root.isPresent()) {
            return json;
        }
        Syntax yaml = new Syntax(genre).parse(YAML, "YAML", text);
        return yaml.root.isPresent() ? yaml : json;
    }

    private Syntax parse(JsonFactory format, String name, String text) {
        try (JsonParser parser = format.createParser(text)) {
            parse(parser, name, text);
        } catch (IOException | YAMLException e) {
            findings.error(Place.ofDocument(), "this is not " + name + ": " + firstLine(e), "");
        }
        return this;
    }

    private void parse(JsonParser parser, String name, String text) {
        try {
            if (parser.nextToken() == null) {
                Genre genre = findings.genre();
                String start = "start with '" + genre.beginning() + "'";
                findings.error(Place.ofDocument(), "the " + genre.noun() + " is empty", start);
                return;
            }
            Node read = new TreeBuilder(parser, findings, text).build("");
            refuseMore(parser);
            root = Optional.of(read);
        } catch (StreamConstraintsException e) {
            findings.error(
                    place(parser.currentLocation()),
                    "this is nested too deep to be a " + findings.genre().noun(),
                    "at most " + DEEPEST + " levels can be read");
        } catch (JsonProcessingException e) {
            JsonLocation location = e.getLocation() == null ? parser.currentLocation() : e.getLocation();
            String message = firstLine(e);
            Place place = message.contains(TAB) ? Characters.indentingTab(text, place(location)) : place(location);
            findings.error(place, "this is not " + name + ": " + message, remedy(message));
        } catch (IOException | YAMLException e) {
            findings.error(place(parser.currentLocation()), "this is not " + name + ": " + firstLine(e), "");
        }
    }

    private void refuseMore(JsonParser parser) throws IOException {
        if (parser.nextToken() != null) {
            findings.error(
                    place(parser.currentTokenLocation()),
                    "a second document begins here",
                    "a " + findings.genre().noun() + " is one document");
        }
    }

    private static Place place(JsonLocation location) {
        return new Place("", Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }

    private static String firstLine(Exception e) {
        String message = switch (e) {
            case JsonProcessingException parsing
            when parsing.getCause() instanceof MarkedYAMLException cause -> withContext(cause);
            case JsonProcessingException parsing -> parsing.getOriginalMessage();
            default -> e.getMessage();
        };
        return Quoted.line(message == null ? e.getClass().getSimpleName() : message);
    }

    private static String withContext(MarkedYAMLException e) {
        return e.getContext() == null || e.getContextMark() == null
                ? e.getProblem()
                : e.getProblem() + " (" + e.getContext() + " from line "
                        + (e.getContextMark().getLine() + 1) + ")";
    }

    private static String remedy(String message) {
        if (message.contains("scanning an alias") || message.contains("scanning an anchor")) {
            return "put a word that starts with '*' or '&' into quotes";
        }
        if (message.contains(TAB)) {
            return "indent with spaces, not with tabs";
        }
        if (message.contains("mapping values are not allowed here")) {
            return "check the indentation, and put a text that contains ': ' into quotes";
        }
        if (message.contains("but found '<scalar>'")) {
            return "put a text that begins with a quote into single quotes as a whole";
        }
        return "check the indentation, quotes and brackets here and just before";
    }

    private static LoaderOptions yamlBounds() {
        var options = new LoaderOptions();
        options.setCodePointLimit(MOST_CHARACTERS);
        options.setNestingDepthLimit(DEEPEST);
        options.setMaxAliasesForCollections(0);
        return options;
    }
}
