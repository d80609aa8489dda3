package dev.contactcenter.signals.registry;

import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Evidence.Absence;
import dev.contactcenter.kit.device.Device;
import dev.contactcenter.kit.device.RegisteredDevice;
import dev.contactcenter.kit.signal.Occasion;
import dev.contactcenter.kit.signal.SignalSource;
import dev.contactcenter.kit.signal.Telling;
import dev.contactcenter.signals.registry.DeviceLookup.Outcome;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.models.UserModel;

/** Tells what the registry knows of the device that was proven. It never proves one. */
final class DeviceRegistrySource implements SignalSource {

    /** Whoever sits there uses them. A class that nobody tells is none of these: what has an owner is the owner's then. */
    private static final Set<String> ANYBODYS = Set.of("shared", "kiosk", "vdi");

    private final DeviceLookup lookup;
    private final RegistrySettings settings;

    DeviceRegistrySource(DeviceLookup lookup, RegistrySettings settings) {
        this.lookup = lookup;
        this.settings = settings;
    }

    @Override
    public Telling tell(Occasion occasion) {
        return occasion.device()
                .map(device -> lookup.find(occasion.realm().getId(), device, occasion.now(), settings))
                .map(outcome -> tell(occasion, outcome))
                .orElseGet(Telling.Silent::new);
    }

    private Telling tell(Occasion occasion, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Answered answered ->
                answered.device().map(device -> tell(occasion, device)).orElseGet(Telling.Silent::new);
            case Outcome.Failed failed ->
                failed.lastKnown()
                        .map(device -> tell(occasion, device))
                        .map(told -> failed(failed.problem(), told))
                        .orElseGet(() -> new Telling.Failed(Absence.SOURCE_FAILED, failed.problem()));
        };
    }

    /** What was known last of somebody else's device is as little theirs as what is known now. */
    private static Telling failed(String problem, Telling lastKnown) {
        return switch (lastKnown) {
            case Telling.Told told -> new Telling.Failed(Absence.SOURCE_FAILED, problem, Optional.of(told));
            case Telling.Silent ignored -> new Telling.Failed(Absence.SOURCE_FAILED, problem);
            case Telling.Failed anothers -> anothers;
        };
    }

    private Telling tell(Occasion occasion, RegisteredDevice registered) {
        Optional<Device> stranger = registered.reports().stream()
                .filter(device -> isAnothers(occasion, device))
                .findAny();
        return stranger.<Telling>map(device -> new Telling.Failed(
                        Absence.MALFORMED, "the device " + device.id() + " is registered as somebody else's"))
                .orElseGet(() -> Reported.of(registered, occasion.now(), settings.maxAge()));
    }

    /** Before anybody is known, and for a service, there is nobody whose device it could be. */
    private boolean isAnothers(Occasion occasion, Device device) {
        return switch (settings.ownedDevices()) {
            case ANYONE -> false;
            case OWNER_ONLY ->
                isOwned(device)
                        && !occasion.userId().isEmpty()
                        && names(occasion).noneMatch(name -> name.equalsIgnoreCase(device.owner()));
        };
    }

    static boolean isOwned(Device device) {
        return !device.owner().isEmpty() && !ANYBODYS.contains(device.word(Attribute.DEVICE_CLASS));
    }

    /** What feeds call a person by. An address that nobody verified may be the one of somebody else. */
    private static Stream<String> names(Occasion occasion) {
        UserModel person = occasion.keycloak().users().getUserById(occasion.realm(), occasion.userId());
        Stream<String> names = person == null
                ? Stream.empty()
                : Stream.of(
                                Optional.ofNullable(person.getUsername()),
                                Optional.ofNullable(person.getEmail()).filter(verified -> person.isEmailVerified()))
                        .flatMap(Optional::stream);
        return Stream.concat(Stream.of(occasion.userId()), names);
    }
}
