package dev.contactcenter.listeners.rendering;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contactcenter.kit.record.Circumstances;
import dev.contactcenter.kit.record.DecisionRecord;
import dev.contactcenter.kit.record.Hook;
import dev.contactcenter.kit.record.Resource;
import dev.contactcenter.listeners.outbox.DecisionRecordJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One stored record of each kind, as the recorder stores it. */
final class Samples {

    private static final String TIME = "2026-11-22T09:30:00.250Z";
    private static final DecisionRecord.Actor SUPERVISOR =
            new DecisionRecord.Actor("u-1", "supervisor", "s-1", "supervisor-console", "203.0.113.9");
    private static final Map<String, String> PASSKEY = Map.of(
            "uv", "true",
            "backup_eligible", "false",
            "backed_up", "false",
            "aaguid", "00000000-0000-0000-0000-000000000000",
            "attachment", "platform");

    private Samples() {}

    /** By the name of their golden files. */
    static Map<String, DecisionRecord> all() {
        Map<String, DecisionRecord> all = new TreeMap<>();
        DecisionRecord permit = decision(Hook.AUTHORIZATION, "permit", "", List.of());
        all.put("permit", permit);
        all.put(
                "permit-logged-only",
                decision(
                        Hook.REFRESH,
                        "permit",
                        "",
                        List.of(new DecisionRecord.WouldBeOutcome(
                                "export-needs-device", "deny", "device_not_compliant"))));
        all.put("step-up", decision(Hook.AUTHORIZATION, "step_up", "", List.of()));
        all.put("denial", decision(Hook.TOKEN, "deny", "action_not_granted", List.of()));
        all.put("enrolment", decision(Hook.ENROLMENT, "deny", "passkey_not_permitted", List.of()));
        all.put("token-use", decision(Hook.INTROSPECTION, "deny", "session_ended", List.of()));
        all.put("break-glass", permit.breakGlassUse("r-2"));
        all.put("exception-used", permit.exceptionUse("r-3"));
        all.put(
                "handover",
                event(
                        DecisionRecord.HANDOVER,
                        "ended",
                        "handover",
                        Map.of("device", "desk-4", "to_session", "s-2", "to_user_id", "u-2", "to_username", "agent")));
        all.put(
                "mode-switched",
                event(
                        DecisionRecord.MODE_SWITCHED,
                        "switched",
                        "",
                        Map.of("from", "agent", "to", "supervisor", "decision", "d-1")));
        all.put(
                "session-ended",
                event(
                        DecisionRecord.SESSION_ENDED,
                        "ended",
                        "device_revoked",
                        Map.of("origin", "admin", "device", "d-9")));
        all.put(
                "signal",
                event(
                        DecisionRecord.SIGNAL,
                        "done",
                        "",
                        Map.of(
                                "stream",
                                "fleet",
                                "type",
                                "device-compliance-change",
                                "device",
                                "d-9",
                                "action",
                                "end")));
        all.put(
                "interaction-changed",
                event(
                        DecisionRecord.INTERACTION_CHANGED,
                        "stored",
                        "",
                        Map.of("state", "live", "interaction", "call-1", "told_by", "cti-connector")));
        all.put(
                "revocation-ordered",
                event(
                        DecisionRecord.REVOCATION_ORDERED,
                        "taken",
                        "device_lost",
                        Map.of("origin", "admin", "target", "device", "device", "d-9", "order", "o-1")));
        all.put(
                "configuration-changed",
                event(
                        DecisionRecord.CONFIGURATION_CHANGED,
                        "changed",
                        "",
                        Map.of(
                                "operation", "update",
                                "type", "policy",
                                "entity", "contact-center",
                                "old", "{\"revision\":\"1\"}",
                                "new", "{\"revision\":\"2\"}")));
        DecisionRecord played = event(
                DecisionRecord.BUSINESS_ACTION,
                "success",
                "",
                Map.of("event", "e-1", "told_by", "recordings-api", "jti", "t-1"));
        all.put("business-action", played.following("d-1", "supervisor", List.of("recording:play"), RECORDING, true));
        all.put(
                "business-action-disputed",
                event(
                                DecisionRecord.BUSINESS_ACTION,
                                "disputed",
                                "action_not_in_token",
                                Map.of("event", "e-2", "told_by", "recordings-api", "jti", "t-1", "result", "success"))
                        .following("d-1", "supervisor", List.of("recording:erase"), RECORDING, true));
        all.put("other", event("audit_gap_found", "found", "", Map.of("detail", "a kind that came later")));
        return all;
    }

    private static final List<Resource> RECORDING = List.of(new Resource("recording", "rec-7"));

    /** What has a new id each time has always the same here. */
    static JsonNode stored(DecisionRecord record) {
        try {
            JsonNode stored = JsonMapper.builder().build().readTree(DecisionRecordJson.line(record));
            return record.id().matches("[dr]-\\d") ? stored : ((ObjectNode) stored).put("id", "r-1");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A record is written as JSON", e);
        }
    }

    private static DecisionRecord event(String event, String outcome, String reason, Map<String, String> about) {
        return DecisionRecord.ofEvent(event, Instant.parse(TIME), "contact-center", outcome, reason, SUPERVISOR, about);
    }

    private static DecisionRecord decision(
            Hook hook, String outcome, String reason, List<DecisionRecord.WouldBeOutcome> wouldBe) {
        return new DecisionRecord(
                "d-1",
                "",
                "",
                TIME,
                hook,
                "contact-center",
                outcome,
                reason,
                "supervisor",
                List.of("recording:play"),
                true,
                new DecisionRecord.Grounds(
                        "2026-11-22.1",
                        List.of("playback-needs-recent-passkey"),
                        List.of(),
                        wouldBe,
                        List.of(new DecisionRecord.Excused(
                                "unknown-network-needs-passkey", "site move", "CISO office", "2027-01-31T00:00:00Z")),
                        false,
                        false,
                        Map.of(),
                        Map.of()),
                outcome.equals("step_up") ? Map.of("acr", "phr", "max_age", "PT5M") : Map.of(),
                outcome.equals("permit") ? Map.of("token_lifespan", "PT5M") : Map.of(),
                SUPERVISOR,
                new DecisionRecord.Assurance("phr", List.of("hwk", "mfa", "pwd", "user"), Map.of("phr", 12L)),
                PASSKEY,
                Map.of(),
                List.of(),
                new Circumstances(
                        RECORDING,
                        Map.of(
                                "id", "d-9",
                                "compliance", "compliant",
                                "management", "managed",
                                "class", "vdi",
                                "os", "windows",
                                "age_seconds", 30L),
                        Map.of("zone", "corporate", "trust", "high"),
                        Map.of("state", "live", "id", "call-1", "age_seconds", 5L),
                        Map.of("user", "low"),
                        17),
                Map.of());
    }
}
