package dev.contactcenter.demo.story;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.contactcenter.demo.pages.RecordsPage;

/** Follows the records of a session to what was touched in it, as somebody does who investigates. */
final class Trail {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RecordsPage records;
    private final String username;
    private final String session;

    /** @param decided the record of a decision about the person, as JSON */
    Trail(RecordsPage records, String decided) {
        JsonNode actor = read(decided).path("actor");
        this.records = records;
        this.username = actor.path("username").asText();
        this.session = actor.path("session").asText();
    }

    /**
     * Fails unless the app told this of an action in the session, and it rests on a decision of that session.
     *
     * @param outcome {@code success} or {@code denied}
     * @param type the kind of thing that was touched, or should have been
     */
    void leadsTo(String outcome, String action, String type, String id) {
        String touched = "\"type\": \"%s\", \"id\": \"%s\"".formatted(type, id);
        String told = records.find(outcome, username, action, "\"event\": \"business_action\"", touched, session);
        String decision = read(told).path("decision").asText();
        if (decision.isEmpty()) {
            throw new AssertionError("It is not told on which decision it rests: " + told);
        }
        records.find("permit", username, "", "\"id\": \"" + decision + "\"", session);
    }

    private static JsonNode read(String record) {
        try {
            return JSON.readTree(record);
        } catch (JsonProcessingException e) {
            throw new AssertionError("A record is no JSON: " + record, e);
        }
    }
}
