package dev.contactcenter.endpoints.streams;

import static dev.contactcenter.endpoints.streams.Reaction.DOWNSCOPE;
import static dev.contactcenter.endpoints.streams.Reaction.END_SESSIONS;
import static dev.contactcenter.endpoints.streams.Reaction.NOTE;
import static dev.contactcenter.endpoints.streams.Reaction.SIGNAL;
import static dev.contactcenter.endpoints.streams.Reaction.STEP_UP;

import dev.contactcenter.kit.setting.Setting;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * What follows from each event of a stream.
 *
 * @param sessionRevoked CAEP 1.0 §3.1
 * @param tokenClaimsChanged CAEP 1.0 §3.2
 * @param credentialRevoked a credential was revoked or deleted, CAEP 1.0 §3.3
 * @param credentialChanged a credential was created or updated, CAEP 1.0 §3.3
 * @param assuranceDecreased CAEP 1.0 §3.4, unless it is an increase
 * @param deviceNotCompliant CAEP 1.0 §3.5; one that becomes compliant is a signal unless this is {@link Reaction#NOTE}
 * @param riskHigh CAEP 1.0 §3.8; lower levels are a signal unless this is {@link Reaction#NOTE}
 */
public record Reactions(
        Reaction sessionRevoked,
        Reaction tokenClaimsChanged,
        Reaction credentialRevoked,
        Reaction credentialChanged,
        Reaction assuranceDecreased,
        Reaction deviceNotCompliant,
        Reaction riskHigh) {

    private static final List<Reaction> PLAIN = List.of(END_SESSIONS, DOWNSCOPE, STEP_UP, NOTE);
    private static final List<Reaction> TELLING = List.of(SIGNAL, END_SESSIONS, DOWNSCOPE, STEP_UP, NOTE);

    private static final Setting<Reaction> ON_SESSION_REVOKED = choice(
            "onSessionRevoked",
            "On session-revoked",
            "What follows if a session was revoked elsewhere. end-sessions: the sessions that the event names end here too.",
            END_SESSIONS,
            PLAIN);

    private static final Setting<Reaction> ON_TOKEN_CLAIMS_CHANGE = choice(
            "onTokenClaimsChange",
            "On token-claims-change",
            "What follows if what a token says of the person changed. downscope: privileged actions go until the next sign-in.",
            DOWNSCOPE,
            PLAIN);

    private static final Setting<Reaction> ON_CREDENTIAL_REVOKED = choice(
            "onCredentialRevoked",
            "On a credential revoked or deleted",
            "What follows if the person lost a credential elsewhere. step-up: what was proven in their sessions counts no longer.",
            STEP_UP,
            PLAIN);

    private static final Setting<Reaction> ON_CREDENTIAL_CHANGED = choice(
            "onCredentialChanged",
            "On a credential created or updated",
            "What follows if the person has a new or changed credential elsewhere. note: it is recorded.",
            NOTE,
            PLAIN);

    private static final Setting<Reaction> ON_ASSURANCE_DECREASE = choice(
            "onAssuranceDecrease",
            "On assurance-level-change",
            "What follows if the person is known less surely than before, or the event does not say in which direction it changed. An"
                    + " increase is recorded.",
            STEP_UP,
            PLAIN);

    private static final Setting<Reaction> ON_DEVICE_NOT_COMPLIANT = choice(
            "onDeviceNotCompliant",
            "On a device not compliant",
            "What follows if a device stopped being compliant. signal: the device registry is told, and the policy decides. All but"
                    + " note tell the registry, also of a device that is compliant again.",
            SIGNAL,
            TELLING);

    private static final Setting<Reaction> ON_HIGH_RISK = choice(
            "onHighRisk",
            "On a high risk",
            "What follows if a risk became high. signal: it becomes the risk of the account or session, and the policy decides. All"
                    + " but note take the risk over, also a lower one.",
            SIGNAL,
            TELLING);

    static final List<Setting<?>> ALL = List.of(
            ON_SESSION_REVOKED,
            ON_DEVICE_NOT_COMPLIANT,
            ON_CREDENTIAL_REVOKED,
            ON_CREDENTIAL_CHANGED,
            ON_HIGH_RISK,
            ON_ASSURANCE_DECREASE,
            ON_TOKEN_CLAIMS_CHANGE);

    static Reactions of(Map<String, String> stored) {
        return new Reactions(
                ON_SESSION_REVOKED.from(stored),
                ON_TOKEN_CLAIMS_CHANGE.from(stored),
                ON_CREDENTIAL_REVOKED.from(stored),
                ON_CREDENTIAL_CHANGED.from(stored),
                ON_ASSURANCE_DECREASE.from(stored),
                ON_DEVICE_NOT_COMPLIANT.from(stored),
                ON_HIGH_RISK.from(stored));
    }

    private static Setting<Reaction> choice(
            String key, String label, String help, Reaction byDefault, List<Reaction> offered) {
        List<String> words = offered.stream().map(Reaction::word).toList();
        return new Setting<>(
                key,
                label,
                help,
                ProviderConfigProperty.LIST_TYPE,
                words,
                byDefault.word(),
                text -> Stream.of(Reaction.values())
                        .filter(reaction ->
                                offered.contains(reaction) && reaction.word().equals(text))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(
                                "'" + text + "' is not one of " + String.join(", ", words))));
    }
}
