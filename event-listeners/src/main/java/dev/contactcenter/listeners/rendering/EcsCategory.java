package dev.contactcenter.listeners.rendering;

import java.util.List;

/** The pairs of {@code event.category} and {@code event.type} that the Elastic Common Schema expects. */
record EcsCategory(List<String> categories, List<String> types) {

    static EcsCategory of(StoredRecord record) {
        return switch (record.kind()) {
            case PERMIT, STEP_UP, DENIAL, BREAK_GLASS, EXCEPTION_USED ->
                record.text("/hook").equals("authorization")
                        ? new EcsCategory(List.of("authentication"), List.of("start"))
                        : new EcsCategory(List.of("session"), List.of("info"));
            case HANDOVER, SESSION_ENDED -> new EcsCategory(List.of("session"), List.of("end"));
            case MODE_SWITCHED, INTERACTION_CHANGED -> new EcsCategory(List.of("session"), List.of("info"));
            case ENROLMENT -> new EcsCategory(List.of("iam"), List.of("user", "creation"));
            case SIGNAL, REVOCATION_ORDERED -> new EcsCategory(List.of("iam"), List.of("user", "change"));
            case CONFIGURATION_CHANGED -> new EcsCategory(List.of("configuration"), List.of(change(record)));
            case TOKEN_USE, BUSINESS_ACTION ->
                new EcsCategory(
                        List.of("api"), List.of(Disposition.of(record) == Disposition.BLOCKED ? "denied" : "access"));
            case OTHER -> new EcsCategory(List.of("session"), List.of("info"));
        };
    }

    private static String change(StoredRecord record) {
        return switch (record.text("/about/operation")) {
            case "create" -> "creation";
            case "delete" -> "deletion";
            default -> "change";
        };
    }
}
