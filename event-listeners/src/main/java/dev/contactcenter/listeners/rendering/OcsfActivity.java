package dev.contactcenter.listeners.rendering;

import java.util.Map;

/**
 * The class of an OCSF 1.8.0 event, and the activity in it.
 *
 * @param id of the activity; 99 for one that the schema has no number for
 * @param name of the activity
 */
record OcsfActivity(Type type, int id, String name) {

    private static final int OTHER = 99;
    private static final Map<String, OcsfActivity> VERBS = Map.ofEntries(
            verb("create", 1, "Create"),
            verb("write", 1, "Create"),
            verb("add", 1, "Create"),
            verb("send", 1, "Create"),
            verb("view", 2, "Read"),
            verb("read", 2, "Read"),
            verb("play", 2, "Read"),
            verb("download", 2, "Read"),
            verb("query", 2, "Read"),
            verb("monitor", 2, "Read"),
            verb("search", 2, "Read"),
            verb("export", 2, "Read"),
            verb("edit", 3, "Update"),
            verb("update", 3, "Update"),
            verb("configure", 3, "Update"),
            verb("delete", 4, "Delete"),
            verb("remove", 4, "Delete"));

    /** The classes that records are told in. */
    enum Type {
        AUTHENTICATION(3, "Identity & Access Management", 3002, "Authentication"),
        AUTHORIZE_SESSION(3, "Identity & Access Management", 3003, "Authorize Session"),
        ENTITY_MANAGEMENT(3, "Identity & Access Management", 3004, "Entity Management"),
        API_ACTIVITY(6, "Application Activity", 6003, "API Activity");

        private final int category;
        private final String categoryName;
        private final int uid;
        private final String caption;

        Type(int category, String categoryName, int uid, String caption) {
            this.category = category;
            this.categoryName = categoryName;
            this.uid = uid;
            this.caption = caption;
        }

        int category() {
            return category;
        }

        String categoryName() {
            return categoryName;
        }

        int uid() {
            return uid;
        }

        String caption() {
            return caption;
        }
    }

    private static Map.Entry<String, OcsfActivity> verb(String verb, int id, String name) {
        return Map.entry(verb, new OcsfActivity(Type.API_ACTIVITY, id, name));
    }

    static OcsfActivity of(StoredRecord record) {
        return switch (record.kind()) {
            case PERMIT, DENIAL, BREAK_GLASS, EXCEPTION_USED -> ofAccess(record);
            case STEP_UP -> new OcsfActivity(Type.AUTHENTICATION, 6, "Preauth");
            case HANDOVER, SESSION_ENDED -> new OcsfActivity(Type.AUTHENTICATION, 2, "Logoff");
            case MODE_SWITCHED -> new OcsfActivity(Type.AUTHORIZE_SESSION, 1, "Assign Privileges");
            case ENROLMENT -> new OcsfActivity(Type.ENTITY_MANAGEMENT, 6, "Enroll");
            case SIGNAL, INTERACTION_CHANGED -> new OcsfActivity(Type.ENTITY_MANAGEMENT, 3, "Update");
            case REVOCATION_ORDERED -> new OcsfActivity(Type.ENTITY_MANAGEMENT, 11, "Deactivate");
            case CONFIGURATION_CHANGED -> ofChange(record.text("/about/operation"));
            case OTHER -> new OcsfActivity(Type.ENTITY_MANAGEMENT, OTHER, record.text("/event"));
            case TOKEN_USE -> new OcsfActivity(Type.API_ACTIVITY, 2, "Read");
            case BUSINESS_ACTION -> ofVerb(record);
        };
    }

    private static OcsfActivity ofAccess(StoredRecord record) {
        if (record.privileges().isEmpty() || record.text("/outcome").equals("step_up")) {
            return new OcsfActivity(Type.AUTHENTICATION, 1, "Logon");
        }
        return new OcsfActivity(Type.AUTHORIZE_SESSION, 1, "Assign Privileges");
    }

    private static OcsfActivity ofChange(String operation) {
        return switch (operation) {
            case "create" -> new OcsfActivity(Type.ENTITY_MANAGEMENT, 1, "Create");
            case "update" -> new OcsfActivity(Type.ENTITY_MANAGEMENT, 3, "Update");
            case "delete" -> new OcsfActivity(Type.ENTITY_MANAGEMENT, 4, "Delete");
            default -> new OcsfActivity(Type.ENTITY_MANAGEMENT, OTHER, operation.isEmpty() ? "change" : operation);
        };
    }

    private static OcsfActivity ofVerb(StoredRecord record) {
        String action = record.text("/actions/0");
        String verb = action.substring(action.indexOf(':') + 1);
        return VERBS.getOrDefault(verb, new OcsfActivity(Type.API_ACTIVITY, OTHER, verb.isEmpty() ? "Other" : verb));
    }
}
