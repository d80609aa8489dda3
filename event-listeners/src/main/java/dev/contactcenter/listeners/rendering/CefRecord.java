package dev.contactcenter.listeners.rendering;

import java.util.ArrayList;
import java.util.List;

/** A record in the Common Event Format: what its dictionary has no key for has one that begins with {@code cc}. */
final class CefRecord {

    private final StoredRecord record;
    private final List<String> extension = new ArrayList<>();

    private CefRecord(StoredRecord record) {
        this.record = record;
    }

    static String of(StoredRecord record) {
        var rendered = new CefRecord(record);
        rendered.tell();
        String code = record.kind() == RecordKind.OTHER
                ? record.text("/event")
                : record.kind().code();
        return String.join(
                        "|",
                        "CEF:0",
                        header(Product.VENDOR),
                        header(Product.NAME),
                        header(Product.version()),
                        header(code),
                        header(record.kind().words()),
                        Integer.toString(Gravity.of(record).cef()))
                + "|"
                + String.join(" ", rendered.extension);
    }

    private void tell() {
        put("rt", Long.toString(record.time().toEpochMilli()));
        put("externalId", record.text("/id"));
        put("cat", record.is("/privileged") ? OcsfRecord.PRIVILEGED : "access");
        put("act", Disposition.of(record).caption());
        put("outcome", record.text("/outcome"));
        put("reason", record.text("/reason"));
        put("suid", record.text("/actor/user_id"));
        put("suser", record.text("/actor/username"));
        tellAddress(record.text("/actor/address"));
        put("sourceServiceName", record.text("/actor/client"));
        put("deviceExternalId", record.text("/realm"));
        tellDecision();
        put("msg", record.sentence());
    }

    private void tellDecision() {
        labelled("cs1", "policy", record.text("/policy"));
        labelled("cs2", "rules", String.join(" ", record.texts("/rules")));
        labelled("cs3", "mode", record.text("/mode"));
        labelled("cs4", "actions", String.join(" ", record.texts("/actions")));
        labelled("cs5", "decision", record.decision());
        labelled("cs6", "session", record.text("/actor/session"));
        labelled("cn1", "policyMicros", record.has("/policy_micros") ? record.text("/policy_micros") : "");
        put("ccAcr", record.text("/assurance/acr"));
        put("ccAmr", String.join(" ", record.texts("/assurance/amr")));
        for (String member : List.of(
                "passkey",
                "device",
                "network",
                "interaction",
                "risk",
                "resources",
                "obligations",
                "demand",
                "missing",
                "about")) {
            put("cc" + Character.toUpperCase(member.charAt(0)) + member.substring(1), json("/" + member));
        }
        put("ccWouldBe", json("/would_be"));
        put("ccExcused", json("/excused"));
    }

    private String json(String pointer) {
        return record.has(pointer) ? JsonLine.of(record.at(pointer)) : "";
    }

    private void tellAddress(String address) {
        if (NetworkAddress.isV4(address)) {
            put("src", address);
        } else if (NetworkAddress.isOne(address)) {
            labelled("c6a2", "Source IPv6 Address", address);
        } else {
            put("shost", address);
        }
    }

    private void labelled(String key, String label, String value) {
        if (!value.isEmpty()) {
            put(key + "Label", label);
            put(key, value);
        }
    }

    private void put(String key, String value) {
        if (!value.isEmpty()) {
            extension.add(key + "=" + value.replace("\\", "\\\\").replace("=", "\\="));
        }
    }

    private static String header(String value) {
        return value.replace("\\", "\\\\").replace("|", "\\|");
    }
}
