package dev.contactcenter.revocation.orders;

import dev.contactcenter.kit.revocation.Target;
import java.time.Instant;

/** What is stopped, as it stands in the table of orders. */
final class Targets {

    private static final String DEVICE = "device";
    private static final String PERSON = "user";
    private static final String SESSION = "session";
    private static final String PASSKEY = "passkey";
    private static final String TOKEN = "token";

    private Targets() {}

    static void write(OrderEntity row, Target target) {
        switch (target) {
            case Target.Device(String id) -> write(row, DEVICE, id);
            case Target.Person(String userId) -> write(row, PERSON, userId);
            case Target.Session(String id) -> write(row, SESSION, id);
            case Target.Passkey(String credentialId) -> write(row, PASSKEY, credentialId);
            case Target.Token(String id, Instant expires) -> {
                write(row, TOKEN, id);
                row.expiresAt = expires.toEpochMilli();
            }
        }
    }

    private static void write(OrderEntity row, String kind, String subject) {
        row.kind = kind;
        row.subject = subject;
    }

    /** When a token expires may be told differently; it is the same token. */
    static boolean isAbout(OrderEntity row, Target target) {
        OrderEntity asked = new OrderEntity();
        write(asked, target);
        return row.kind.equals(asked.kind) && row.subject.equals(asked.subject);
    }

    static Target read(OrderEntity row) {
        return switch (row.kind) {
            case DEVICE -> new Target.Device(row.subject);
            case PERSON -> new Target.Person(row.subject);
            case SESSION -> new Target.Session(row.subject);
            case PASSKEY -> new Target.Passkey(row.subject);
            case TOKEN -> new Target.Token(row.subject, Instant.ofEpochMilli(row.expiresAt));
            default ->
                throw new IllegalStateException(
                        "The table of orders has one of kind " + row.kind + ", which no version has written");
        };
    }
}
