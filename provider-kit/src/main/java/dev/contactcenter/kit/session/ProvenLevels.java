package dev.contactcenter.kit.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.contactcenter.engine.request.Assurance;
import dev.contactcenter.kit.policy.AcrLevels;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.Constants;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * When each level of authentication was proven in this session, as Keycloak's own LoA flow keeps it.
 *
 * @param provenAt level of authentication to the moment it was proven, in whole seconds
 */
public record ProvenLevels(Map<Integer, Instant> provenAt) {

    /** Nothing proven. */
    public static final ProvenLevels NONE = new ProvenLevels(Map.of());

    private static final Comparator<Map.Entry<Integer, Instant>> LATER =
            Map.Entry.<Integer, Instant>comparingByValue().thenComparing(Map.Entry.comparingByKey());

    private static final String FORGOTTEN = "contact-center.session.forgotten";
    private static final Logger LOG = Logger.getLogger(ProvenLevels.class);
    private static final ObjectReader LEVELS = new ObjectMapper().readerFor(new TypeReference<Map<Integer, Long>>() {});

    public ProvenLevels {
        provenAt = Map.copyOf(provenAt);
    }

    /** What an established session proved. */
    public static ProvenLevels of(UserSessionModel session) {
        return parse(session.getNote(Constants.LOA_MAP)).since(session);
    }

    /** What a login in progress proved, or took over from the session that its cookie stands for. */
    public static ProvenLevels of(AuthenticationSessionModel login) {
        return parse(login.getAuthNote(Constants.LOA_MAP));
    }

    /** Has nothing of what a session proved count any longer, for Keycloak's own flow as little as for a decision. */
    public static void forget(UserSessionModel session, Instant now) {
        session.setNote(Constants.LOA_MAP, "{}");
        session.setNote(FORGOTTEN, Long.toString(now.getEpochSecond()));
    }

    /** What of it counts in a session: a login that was in progress when that forgot has taken over what it proved before. */
    public ProvenLevels since(UserSessionModel session) {
        @Nullable String forgotten = session.getNote(FORGOTTEN);
        if (forgotten == null || provenAt.isEmpty()) {
            return this;
        }
        Map<Integer, Instant> counting = new HashMap<>(provenAt);
        counting.values().removeIf(at -> at.getEpochSecond() < Long.parseLong(forgotten));
        return new ProvenLevels(counting);
    }

    /**
     * The same in the policy's words. Ages are whole seconds, as Keycloak's LoA conditions count them: otherwise, in the
     * last second, the policy would ask for a proof that the login flow still takes for recent.
     */
    public Assurance assurance(AcrLevels levels, Instant now) {
        Instant second = now.truncatedTo(ChronoUnit.SECONDS);
        Map<String, Duration> ages = new HashMap<>();
        levels.levels().forEach((acr, level) -> {
            Instant at = provenAt.get(level);
            if (at != null) {
                ages.put(acr, Duration.between(at, second));
            }
        });
        return new Assurance(ages);
    }

    /** The level proven last and, of several proven in the same second, the highest. */
    public Optional<Map.Entry<Integer, Instant>> latest() {
        return latestFrom(Constants.NO_LOA);
    }

    /** The most recently proven of this level and those above it; of several in the same second, the highest. */
    public Optional<Map.Entry<Integer, Instant>> latestFrom(int level) {
        Map.@Nullable Entry<Integer, Instant> latest = null;
        for (Map.Entry<Integer, Instant> one : provenAt.entrySet()) {
            if (one.getKey() >= level && (latest == null || LATER.compare(one, latest) > 0)) {
                latest = one;
            }
        }
        return Optional.ofNullable(latest);
    }

    private static ProvenLevels parse(@Nullable String loaMap) {
        if (loaMap == null || loaMap.isBlank()) {
            return NONE;
        }
        try {
            Map<Integer, Instant> at = new HashMap<>();
            LEVELS.<Map<Integer, Long>>readValue(loaMap)
                    .forEach((level, second) -> at.put(level, Instant.ofEpochSecond(second)));
            return new ProvenLevels(at);
        } catch (JsonProcessingException unreadable) {
            LOG.warnf("A session's record of proven levels cannot be read and counts as nothing proven");
            return NONE;
        }
    }
}
