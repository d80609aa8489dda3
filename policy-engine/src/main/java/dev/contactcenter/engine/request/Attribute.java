package dev.contactcenter.engine.request;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Everything that a condition may speak about; the one declaration that parser, checker, docs and schema go by. */
public enum Attribute {
    USER_ID(Signal.USER, "user.id", Kind.TEXT, "Keycloak's id of the person; empty for a service"),
    USER_KIND(Signal.USER, "user.kind", Kind.WORD, "who acts", "person", "service"),
    USER_ROLES(Signal.USER, "user.roles", Kind.TEXTS, "realm roles, composites and those of groups included"),
    USER_GROUPS(
            Signal.USER,
            "user.groups",
            Kind.TEXTS,
            "paths of the groups, as /teams/billing, and of all groups above them"),
    CLIENT_ID(Signal.CLIENT, "client.id", Kind.TEXT, "client id of the application that asks"),
    CLIENT_CREDENTIAL(
            Signal.CLIENT,
            "client.credential",
            Kind.WORD,
            "what the client proves itself with: a key of its own (RFC 7523 §2.2, RFC 8705 §2), a secret that it shares with"
                    + " Keycloak, or nothing",
            "key",
            "secret",
            "none"),
    MODE(Signal.MODE, "mode", Kind.WORD, "the mode of the request; none where it has no mode"),
    ACTION_NAME(Signal.ACTION, "action.name", Kind.WORD, "the action, resource:verb"),
    ACTION_RESOURCE(Signal.ACTION, "action.resource", Kind.TEXT, "the part of the action before the colon"),
    ACTION_VERB(Signal.ACTION, "action.verb", Kind.TEXT, "the part of the action after the colon"),
    ACTION_TIER(Signal.ACTION, "action.tier", Kind.NUMBER, "sensitivity of the action, 0 to 3"),
    ACTION_PRIVILEGED(Signal.ACTION, "action.privileged", Kind.TRUTH, "whether the action is privileged"),
    RESOURCE_ID(Signal.RESOURCE, "resource.id", Kind.TEXT, "id of the one resource that is asked for"),
    SESSION_AGE(Signal.SESSION, "session.age", Kind.DURATION, "time since the sign-in that began the session"),
    SESSION_OFFLINE(Signal.SESSION, "session.offline", Kind.TRUTH, "whether it is an offline session"),
    SESSION_RESTRICTION(
            Signal.SESSION,
            "session.restriction",
            Kind.WORD,
            "what was taken from the session until the person signs in anew; built-in rules see to it",
            "none",
            "privileged",
            "all"),
    AUTH_ACR(Signal.AUTH, "auth.acr", Kind.WORD, "the highest level ever proven in the session; none before any"),
    AUTH_AGE(Signal.AUTH, "auth.age", Kind.DURATION, "time since the latest proof of any level"),
    AUTH_PASSKEY(
            Signal.AUTH,
            "auth.passkey",
            Kind.WORD,
            "what the passkey used last is; none if none was used",
            "device-bound",
            "synced",
            "none"),
    AUTH_USER_VERIFIED(
            Signal.AUTH,
            "auth.userVerified",
            Kind.TRUTH,
            "whether the passkey used last verified its user (WebAuthn L3 §6.1)"),
    AUTH_ATTACHMENT(
            Signal.AUTH,
            "auth.attachment",
            Kind.WORD,
            "where the passkey used last is (WebAuthn L3 §5.4.5)",
            "platform",
            "cross-platform",
            "unknown"),
    AUTH_AAGUID(Signal.AUTH, "auth.aaguid", Kind.TEXT, "model of the authenticator used last (WebAuthn L3 §6.5.1)"),
    DEVICE_ID(Signal.DEVICE, "device.id", Kind.TEXT, "id of the device in its registry"),
    DEVICE_COMPLIANCE(
            Signal.DEVICE,
            "device.compliance",
            Kind.WORD,
            "whether the device meets the organisation's rules",
            "compliant",
            "noncompliant",
            "unknown"),
    DEVICE_MANAGEMENT(
            Signal.DEVICE,
            "device.management",
            Kind.WORD,
            "whether the organisation manages it",
            "managed",
            "unmanaged",
            "unknown"),
    DEVICE_CLASS(
            Signal.DEVICE,
            "device.class",
            Kind.WORD,
            "whose device it is",
            "personal",
            "assigned",
            "shared",
            "kiosk",
            "vdi",
            "unknown"),
    DEVICE_OS(
            Signal.DEVICE,
            "device.os",
            Kind.WORD,
            "its operating system",
            "windows",
            "macos",
            "linux",
            "chromeos",
            "ios",
            "android",
            "unknown"),
    DEVICE_ENCRYPTION(Signal.DEVICE, "device.encryption", Kind.WORD, "its disk encryption", "on", "off", "unknown"),
    DEVICE_EDR(
            Signal.DEVICE,
            "device.edr",
            Kind.WORD,
            "its endpoint detection and response",
            "running",
            "stopped",
            "unknown"),
    NETWORK_ZONE(
            Signal.NETWORK,
            "network.zone",
            Kind.WORD,
            "the policy's zone that holds the address; unknown if none does"),
    NETWORK_TRUST(
            Signal.NETWORK,
            "network.trust",
            Kind.WORD,
            "the trust label of the zone",
            "high",
            "medium",
            "low",
            "unknown"),
    LOCATION_COUNTRY(
            Signal.LOCATION,
            "location.country",
            Kind.TEXT,
            "country of the network address, ISO 3166-1 alpha-2 in upper case"),
    LOCATION_ASN(
            Signal.LOCATION, "location.asn", Kind.NUMBER, "number of the autonomous system of the address (RFC 6793)"),
    INTERACTION_STATE(
            Signal.INTERACTION,
            "interaction.state",
            Kind.WORD,
            "what the person is doing with a customer",
            "live",
            "wrap-up",
            "idle",
            "unknown"),
    INTERACTION_ID(Signal.INTERACTION, "interaction.id", Kind.TEXT, "id of the interaction"),
    RISK_USER(Signal.RISK, "risk.user", Kind.WORD, "risk of the account", "low", "medium", "high"),
    RISK_SESSION(Signal.RISK, "risk.session", Kind.WORD, "risk of this session", "low", "medium", "high"),
    NOW(Signal.CLOCK, "now", Kind.TIME, "the moment of the decision");

    /** What a word reads as where there is nothing. */
    public static final String NONE = "none";

    /** What a word reads as where it is not known. */
    public static final String UNKNOWN = "unknown";

    private static final Map<String, Attribute> BY_PATH =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Attribute::path, Function.identity()));

    private final Signal signal;
    private final String path;
    private final Kind kind;
    private final String meaning;

    /** Unmodifiable, and in the order of the declaration, which the checker cannot see. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<String> vocabulary;

    Attribute(Signal signal, String path, Kind kind, String meaning, String... vocabulary) {
        this.signal = signal;
        this.path = path;
        this.kind = kind;
        this.meaning = meaning;
        this.vocabulary = Collections.unmodifiableSet(new LinkedHashSet<>(List.of(vocabulary)));
    }

    /** What tells it. */
    public Signal signal() {
        return signal;
    }

    /** As it is written in a condition. */
    public String path() {
        return path;
    }

    /** The place of a word in the vocabulary, from 1 on; 0 for a word that is not in it. */
    public int code(String word) {
        int code = 0;
        for (String one : vocabulary) {
            code++;
            if (one.equals(word)) {
                return code;
            }
        }
        return 0;
    }

    /**
     * Of two words that sources told, the one that counts: the later in the vocabulary, which goes from the least strict to the
     * strictest, and {@link #UNKNOWN} only if nobody knows more. Without a vocabulary, the first.
     */
    public String stricter(String one, String other) {
        if (other.equals(UNKNOWN) || one.equals(other)) {
            return one;
        }
        return one.equals(UNKNOWN) || code(other) > code(one) ? other : one;
    }

    /** Its place in an array that holds one thing for each; it means nothing outside of the running program. */
    @SuppressWarnings("EnumOrdinal")
    public int slot() {
        return ordinal();
    }

    /** The type of its values. */
    public Kind kind() {
        return kind;
    }

    /** What it tells, for readers; with the unit where it has one. */
    public String meaning() {
        return meaning;
    }

    /** The words it can be; empty if the policy declares them or anything may stand there. */
    public Set<String> vocabulary() {
        return vocabulary;
    }

    /** Whether the engine works it out of the request itself, so that no signal tells it. */
    public boolean isDerived() {
        return switch (signal) {
            case USER, MODE, ACTION, CLOCK -> true;
            case AUTH -> this == AUTH_ACR || this == AUTH_AGE;
            case CLIENT, RESOURCE, SESSION, DEVICE, NETWORK, LOCATION, INTERACTION, RISK -> false;
        };
    }

    /**
     * What it reads as where a policy says that a missing signal is to be read as unknown: the word for it, and of risks the
     * highest. An attribute without such a reading stays undecidable.
     */
    public Optional<Object> readAsUnknown() {
        if (!signal.isObserved()) {
            return Optional.empty();
        }
        if (signal == Signal.RISK) {
            return Optional.of("high");
        }
        return this == NETWORK_ZONE || vocabulary.contains(UNKNOWN) ? Optional.of(UNKNOWN) : Optional.empty();
    }

    /** The attribute of this path. */
    public static Optional<Attribute> at(String path) {
        return Optional.ofNullable(BY_PATH.get(path));
    }

    /** The types of values, and what each is in Java. */
    public enum Kind {
        /** Any text. */
        TEXT(String.class),
        /** A text of a closed vocabulary. */
        WORD(String.class),
        /** A set of texts. */
        TEXTS(Set.class),
        /** A whole number. */
        NUMBER(Long.class),
        TRUTH(Boolean.class),
        DURATION(Duration.class),
        TIME(Instant.class);

        private final Class<?> type;

        Kind(Class<?> type) {
            this.type = type;
        }

        /** The Java type of a value. */
        public Class<?> type() {
            return type;
        }
    }
}
