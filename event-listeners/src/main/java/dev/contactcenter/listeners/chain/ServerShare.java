package dev.contactcenter.listeners.chain;

/** Which records the server's own file or log gets. */
public enum ServerShare {
    /** Those of realms without a sink of their own. */
    OTHERS,
    /** Those of all realms: what an administrator of a realm does with its sinks, its records reach whoever runs the server. */
    ALL;

    boolean has(boolean realmHasSinks) {
        return switch (this) {
            case OTHERS -> !realmHasSinks;
            case ALL -> true;
        };
    }
}
