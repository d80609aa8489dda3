package dev.contactcenter.signals.registry;

import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Evidence;
import dev.contactcenter.kit.caep.Announcements;
import dev.contactcenter.kit.caep.Change;
import dev.contactcenter.kit.caep.Change.Status;
import dev.contactcenter.kit.caep.Initiator;
import dev.contactcenter.kit.device.RegisteredDevice;
import dev.contactcenter.kit.device.Reporter.Origin;
import dev.contactcenter.kit.signal.SourceSettings;
import dev.contactcenter.kit.signal.Telling;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.ui.extend.UiPageProvider;

/**
 * Tells receivers of security events when what all reporters say of a device together becomes another word, in the transaction in which it
 * does. That a word becomes stale is told nobody: no clock is watched for it.
 */
final class ComplianceChanges {

    private final KeycloakSession session;
    private final String realmId;
    private final Function<Collection<String>, List<RegisteredDevice>> registered;

    /** @param registered reads devices in the transaction of the session */
    ComplianceChanges(
            KeycloakSession session, String realmId, Function<Collection<String>, List<RegisteredDevice>> registered) {
        this.session = session;
        this.realmId = realmId;
        this.registered = registered;
    }

    /** What the registry makes of a device. */
    private enum Word {
        /** The registry does not have it. */
        ABSENT,
        COMPLIANT,
        NONCOMPLIANT,
        /** It has it and nobody says, or said it lately. */
        UNKNOWN
    }

    /**
     * Does something to devices and tells what became of them.
     *
     * @param by who changes a device
     */
    <T> T around(Collection<String> devices, Function<String, Origin> by, Supplier<T> change) {
        RealmModel realm = session.realms().getRealm(realmId);
        Optional<Announcements> announcements =
                Optional.ofNullable(realm).flatMap(known -> Announcements.in(session, known));
        if (announcements.isEmpty()) {
            return change.get();
        }
        Instant now = Instant.ofEpochMilli(Time.currentTimeMillis());
        Map<String, Word> before = words(realm, devices, now);
        T done = change.get();
        words(realm, devices, now)
                .forEach((device, word) -> initiator(by.apply(device))
                        .flatMap(initiator -> change(device, before.getOrDefault(device, Word.ABSENT), word, initiator))
                        .ifPresent(told -> announcements.get().make(realm, told)));
        return done;
    }

    /** What another system's event caused is not told on: that system could be the one that is told, and tell it back. */
    private static Optional<Initiator> initiator(Origin origin) {
        return switch (origin) {
            case BY_HAND, ADMINISTRATOR -> Optional.of(Initiator.ADMIN);
            case FEED, SIGNAL -> Optional.of(Initiator.SYSTEM);
            case EVENTS -> Optional.empty();
        };
    }

    private Map<String, Word> words(RealmModel realm, Collection<String> devices, Instant now) {
        Duration maxAge = maxAge(realm);
        Map<String, Word> words = new TreeMap<>();
        devices.forEach(device -> words.put(device, Word.ABSENT));
        registered.apply(devices).forEach(device -> words.put(device.id(), word(device, now, maxAge)));
        return words;
    }

    private static Duration maxAge(RealmModel realm) {
        return realm.getComponentsStream(realm.getId(), UiPageProvider.class.getName())
                .filter(component -> component.getProviderId().equals(DeviceRegistrySourceFactory.PROVIDER_ID))
                .findFirst()
                .map(component -> SourceSettings.of(component).maxAge())
                .orElseGet(() -> SourceSettings.MAX_AGE.from(Map.of()));
    }

    private static Word word(RegisteredDevice device, Instant now, Duration maxAge) {
        Telling.Told told = Reported.of(device, now, maxAge);
        Object word = told.observation().value(Attribute.DEVICE_COMPLIANCE);
        if (Reported.NONCOMPLIANT.equals(word)) {
            return Word.NONCOMPLIANT;
        }
        return "compliant".equals(word) && !Evidence.isStale(told.observedAt(), now, maxAge)
                ? Word.COMPLIANT
                : Word.UNKNOWN;
    }

    /**
     * CAEP knows two statuses, and what is not known to be compliant is not. That a device which nobody vouched for turns out to be
     * noncompliant is told, too: a receiver may have learned of it elsewhere. That a new one is compliant is no change.
     */
    private static Optional<Change> change(String device, Word before, Word after, Initiator by) {
        boolean told = switch (after) {
            case COMPLIANT -> before == Word.NONCOMPLIANT || before == Word.UNKNOWN;
            case NONCOMPLIANT -> before != Word.NONCOMPLIANT;
            case UNKNOWN, ABSENT -> before == Word.COMPLIANT;
        };
        return told
                ? Optional.of(new Change.DeviceCompliance(device, status(before), status(after), by))
                : Optional.empty();
    }

    private static Status status(Word word) {
        return switch (word) {
            case COMPLIANT -> Status.COMPLIANT;
            case NONCOMPLIANT, UNKNOWN, ABSENT -> Status.NOT_COMPLIANT;
        };
    }
}
