package dev.contactcenter.signals.location;

import dev.contactcenter.engine.network.Address;
import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Evidence.Absence;
import dev.contactcenter.engine.request.Observation;
import dev.contactcenter.kit.signal.Occasion;
import dev.contactcenter.kit.signal.SignalSource;
import dev.contactcenter.kit.signal.Telling;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Tells the country and the autonomous system of the network address. What it tells is as old as the older of the databases. An
 * address that no database holds, as every private one, has no location.
 */
final class LocationSource implements SignalSource {

    private final Databases databases;
    private final LocationSettings settings;

    LocationSource(Databases databases, LocationSettings settings) {
        this.databases = databases;
        this.settings = settings;
    }

    @Override
    public Telling tell(Occasion occasion) {
        return Address.parse(occasion.address())
                .map(known -> tell(known, occasion.now()))
                .orElseGet(Telling.Silent::new);
    }

    Telling tell(Address address, Instant now) {
        var answer = new Looked(now);
        for (Place.Part part : Place.Part.values()) {
            Optional<Path> file = settings.file(part);
            if (file.isPresent() && !answer.look(databases.at(file.get(), now), part, address)) {
                return new Telling.Failed(Absence.SOURCE_FAILED, file.get().getFileName() + ": " + answer.problem);
            }
        }
        return answer.values.isEmpty()
                ? new Telling.Silent()
                : new Telling.Told(new Observation(answer.values), answer.oldest);
    }

    /** What was found so far. */
    private static final class Looked {
        private final Map<Attribute, Object> values = new EnumMap<>(Attribute.class);
        private Instant oldest;
        private String problem = "";

        Looked(Instant now) {
            this.oldest = now;
        }

        /** Whether the database could be asked. */
        boolean look(Database database, Place.Part part, Address address) {
            return switch (database) {
                case Database.Closed closed -> fail(closed.problem());
                case Database.Open open -> look(open, part, address);
            };
        }

        private boolean look(Database.Open open, Place.Part part, Address address) {
            try {
                part.of(open.find(InetAddress.getByAddress(address.bytes())))
                        .ifPresent(value -> values.put(part.attribute(), value));
                oldest = open.builtAt().isBefore(oldest) ? open.builtAt() : oldest;
                return true;
            } catch (IOException broken) {
                return fail("it is broken where this address would be");
            }
        }

        private boolean fail(String why) {
            problem = why;
            return false;
        }
    }
}
