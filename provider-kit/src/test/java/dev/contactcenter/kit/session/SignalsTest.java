package dev.contactcenter.kit.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.engine.network.Zones;
import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Evidence;
import dev.contactcenter.engine.request.Facts;
import dev.contactcenter.engine.request.Observation;
import dev.contactcenter.engine.request.Signal;
import dev.contactcenter.kit.network.ZoneTable;
import dev.contactcenter.kit.signal.Notes;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The signals of a request")
class SignalsTest {

    /** What the engine works out of the request by itself. */
    private static final Set<Signal> DERIVED = EnumSet.of(Signal.USER, Signal.MODE, Signal.ACTION, Signal.CLOCK);

    /** What a realm can configure a source for. */
    private static final Set<Signal> OBSERVED =
            EnumSet.of(Signal.DEVICE, Signal.LOCATION, Signal.INTERACTION, Signal.RISK);

    private static final AskingClient CRM = new AskingClient("crm-api", ClientCredential.KEY);

    @Test
    void are_those_of_which_the_linter_says_that_they_are_told() {
        var session = new SessionFacts("", "", new Notes.None(), Instant.EPOCH, false, Restriction.NONE, "", Map.of());
        Facts facts =
                Signals.gather(Instant.EPOCH, new ZoneTable.Usable(Zones.NONE), "127.0.0.1", CRM, session, Map.of());

        Set<Signal> told = EnumSet.copyOf(DERIVED);
        told.addAll(OBSERVED);
        facts.signals().forEach((signal, evidence) -> {
            if (evidence instanceof Evidence.Known) {
                told.add(signal);
            }
        });

        assertThat(Arrays.stream(Signal.values()).filter(Signal::isTold)).containsExactlyInAnyOrderElementsOf(told);
    }

    @ParameterizedTest
    @EnumSource(Restriction.class)
    void always_tell_what_was_taken_from_the_session(Restriction restriction) {
        var session = new SessionFacts("", "", new Notes.None(), Instant.EPOCH, false, restriction, "", Map.of());
        Facts facts = Signals.gather(Instant.EPOCH, new ZoneTable.Usable(Zones.NONE), "", CRM, session, Map.of());

        assertThat(facts.evidence(Signal.SESSION))
                .isInstanceOfSatisfying(
                        Evidence.Known.class,
                        known -> assertThat(((Observation) known.value()).value(Attribute.SESSION_RESTRICTION))
                                .isEqualTo(restriction.word()));
    }
}
