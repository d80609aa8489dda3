package dev.contactcenter.kit.decision;

import dev.contactcenter.engine.decision.Decision;
import dev.contactcenter.engine.decision.Grounds;
import dev.contactcenter.engine.decision.Reason;
import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Evidence;
import dev.contactcenter.engine.request.Observation;
import dev.contactcenter.engine.request.Signal;
import dev.contactcenter.kit.revocation.DeviceStanding;
import dev.contactcenter.kit.revocation.Revocations;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Lets no session begin on a device that is revoked, whatever the policy says of devices. */
public final class RevokedDevice {

    private RevokedDevice() {}

    /** The denial of a request from a revoked device; nothing if its device is in use, or none was proven. */
    public static Optional<Decision> denial(KeycloakSession session, DecisionPoint point, Inquiry inquiry) {
        RealmModel realm = session.getContext().getRealm();
        return device(inquiry.request().facts().evidence(Signal.DEVICE))
                .flatMap(device -> denial(session.getProvider(Revocations.class).standing(realm, device), point));
    }

    private static Optional<String> device(Evidence<Observation> evidence) {
        return switch (evidence) {
            case Evidence.Known<Observation> known ->
                Optional.ofNullable(known.value().value(Attribute.DEVICE_ID)).map(String::valueOf);
            case Evidence.Missing<Observation> ignored -> Optional.empty();
        };
    }

    private static Optional<Decision> denial(DeviceStanding standing, DecisionPoint point) {
        return switch (standing) {
            case DeviceStanding.InUse ignored -> Optional.empty();
            case DeviceStanding.Revoked ignored ->
                Optional.of(new Decision.Deny(Reason.DEVICE_REVOKED, Grounds.none(point.revision())));
        };
    }
}
