package dev.contactcenter.endpoints.revocations;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contactcenter.kit.revocation.Progress;
import dev.contactcenter.kit.revocation.Target;

/** Orders as JSON. */
final class RevocationJson {

    private RevocationJson() {}

    static ObjectNode of(Progress progress) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", progress.id());
        json.put("key", progress.order().key());
        write(json, progress.order().target());
        json.put("reason", progress.order().cause().reason());
        json.put("origin", progress.order().cause().origin());
        json.put("detail", progress.order().cause().detail());
        json.put("taken_at", progress.takenAt().toString());
        progress.doneAt().ifPresent(at -> json.put("done_at", at.toString()));
        json.put("state", progress.doneAt().isPresent() ? "done" : "under_way");
        json.put("sessions_ended", progress.ended());
        json.put("failures", progress.failed());
        return json;
    }

    private static void write(ObjectNode json, Target target) {
        switch (target) {
            case Target.Device(String id) -> json.put("device", id);
            case Target.Person(String userId) -> json.put("user", userId);
            case Target.Session(String id) -> json.put("session", id);
            case Target.Passkey(String credentialId) -> json.put("passkey", credentialId);
            case Target.Token token -> {
                json.put("token", token.id());
                json.put("exp", token.expires().getEpochSecond());
            }
        }
    }
}
