package dev.contactcenter.kit.decision;

import io.micrometer.core.instrument.Metrics;
import java.time.Duration;
import org.keycloak.models.RealmModel;

/** The meters of step-ups: how many were asked for, and how long it took to prove them. Tags: realms × 3 outcomes. */
public final class StepUpMeters {

    private static final String STEP_UPS = "contact_center.step_ups";

    private StepUpMeters() {}

    /** A login was asked for a proof. */
    public static void asked(RealmModel realm) {
        count(realm, "asked");
    }

    /** It brought one, and was permitted. */
    public static void proven(RealmModel realm, Duration after) {
        count(realm, "proven");
        Metrics.timer("contact_center.step_up.duration", "realm", realm.getName())
                .record(after);
    }

    /** It was refused all the same. */
    public static void refused(RealmModel realm) {
        count(realm, "refused");
    }

    private static void count(RealmModel realm, String outcome) {
        Metrics.counter(STEP_UPS, "realm", realm.getName(), "outcome", outcome).increment();
    }
}
