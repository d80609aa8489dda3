package dev.contactcenter.engine.policy;

/** What happens to an established session when a rule, decided anew, refuses something that was granted; from mild to strict. */
public enum Response {
    /** What the rule refuses is withheld until it holds again; everything else goes on. */
    DOWNSCOPE,
    /** Nothing goes on until the person has proven what the rule demands. */
    STEP_UP,
    /** The session ends. */
    END
}
