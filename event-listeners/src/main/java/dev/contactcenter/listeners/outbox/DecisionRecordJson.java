package dev.contactcenter.listeners.outbox;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contactcenter.kit.record.Circumstances;
import dev.contactcenter.kit.record.DecisionRecord;
import dev.contactcenter.listeners.privacy.Pseudonyms;
import dev.contactcenter.listeners.rendering.JsonLine;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** The wire shape of a decision record: one JSON object on one line, without what is empty. */
public final class DecisionRecordJson {

    private static final JsonMapper JSON = JsonLine.neutral(JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build());

    private static final int USUAL_LENGTH = 2048;

    private DecisionRecordJson() {}

    /** The same with pseudonyms in the place of what is personal. */
    static String line(DecisionRecord record, Pseudonyms pseudonyms) {
        String line = line(record);
        if (pseudonyms.isNone()) {
            return line;
        }
        try {
            ObjectNode stored = (ObjectNode) JSON.readTree(line);
            pseudonyms.apply(stored);
            return JsonLine.of(stored);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A line of JSON can always be read by what wrote it", e);
        }
    }

    /** The record as JSON without a line break inside or at its end. */
    public static String line(DecisionRecord record) {
        var line = new StringWriter(USUAL_LENGTH);
        try (JsonGenerator out = JSON.createGenerator(line)) {
            out.writeStartObject();
            write(record, new RecordMembers(out));
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("Nothing but memory is written to", e);
        }
        return line.toString();
    }

    private static void write(DecisionRecord record, RecordMembers members) throws IOException {
        members.text("id", record.id())
                .text("event", record.event())
                .text("decision", record.decision())
                .text("time", record.time())
                .text("hook", record.hook().label())
                .text("realm", record.realm())
                .text("outcome", record.outcome())
                .text("reason", record.reason())
                .text("mode", record.mode())
                .texts("actions", record.actions())
                .flag("privileged", record.privileged());
        write(record.grounds(), members);
        members.map("demand", record.demand())
                .map("obligations", record.obligations())
                .object("actor", record.actor(), actor -> write(actor, members))
                .object(
                        "assurance",
                        record.assurance(),
                        assurance -> members.text("acr", assurance.acr())
                                .texts("amr", assurance.amr())
                                .map("age_seconds", assurance.ageSeconds()))
                .map("passkey", record.passkey())
                .map("browser", record.browser())
                .objects("evidence", record.evidence(), evidence -> write(evidence, members));
        write(record.circumstances(), members);
        members.map("about", record.about());
    }

    private static void write(DecisionRecord.Grounds grounds, RecordMembers members) throws IOException {
        members.text("policy", grounds.policy())
                .texts("rules", grounds.rules())
                .texts("undecidable", grounds.undecidable())
                .objects("would_be", grounds.wouldBe(), would -> write(would, members))
                .objects("excused", grounds.excused(), excused -> write(excused, members));
        if (grounds.breakGlass()) {
            members.flag("break_glass", true);
        }
        members.flag("degraded", grounds.degraded())
                .map("missing", grounds.missing())
                .map("read", grounds.read());
    }

    private static void write(DecisionRecord.WouldBeOutcome would, RecordMembers members) throws IOException {
        members.text("rule", would.rule()).text("outcome", would.outcome()).text("detail", would.detail());
    }

    private static void write(DecisionRecord.Excused excused, RecordMembers members) throws IOException {
        members.text("rule", excused.rule())
                .text("reason", excused.reason())
                .text("approved_by", excused.approvedBy())
                .text("until", excused.until());
    }

    private static void write(DecisionRecord.Actor actor, RecordMembers members) throws IOException {
        members.text("user_id", actor.userId())
                .text("username", actor.username())
                .text("session", actor.session())
                .text("client", actor.client())
                .text("address", actor.address());
    }

    private static void write(DecisionRecord.Evidence evidence, RecordMembers members) throws IOException {
        members.text("signal", evidence.signal())
                .text("source", evidence.source())
                .text("outcome", evidence.outcome())
                .text("observed_at", evidence.observedAt())
                .text("detail", evidence.detail());
    }

    private static void write(Circumstances circumstances, RecordMembers members) throws IOException {
        members.objects(
                        "resources",
                        circumstances.resources(),
                        resource -> members.text("type", resource.type()).text("id", resource.id()))
                .map("device", circumstances.device())
                .map("network", circumstances.network())
                .map("interaction", circumstances.interaction())
                .map("risk", circumstances.risk())
                .number("policy_micros", circumstances.policyMicros());
    }
}
