package dev.contactcenter.endpoints.receiver;

import dev.contactcenter.endpoints.events.ReceivedSet;
import dev.contactcenter.endpoints.events.SetError;
import dev.contactcenter.endpoints.events.SetReader;
import dev.contactcenter.endpoints.streams.EventStream;
import dev.contactcenter.endpoints.streams.Transmitter;
import dev.contactcenter.kit.http.BackOff;
import dev.contactcenter.kit.keys.IssuerKeys;
import dev.contactcenter.kit.keys.SignatureCheck;
import dev.contactcenter.kit.keys.SignatureCheck.Verdict;
import dev.contactcenter.kit.keys.SignedToken;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Takes security event tokens of a stream in, pushed or polled. */
public final class SetReceiver {

    /** RFC 8417 §2.3. */
    public static final String TYPE = "secevent+jwt";

    /** Many times what any event of CAEP needs. */
    public static final int MOST_CHARACTERS = 64 * 1024;

    private static final Logger LOG = Logger.getLogger(SetReceiver.class);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final EventStream stream;
    private final SignatureCheck signature;
    private final SetReader reader;

    /** @param backOff of this server: which servers of keys failed a moment ago */
    public SetReceiver(KeycloakSession session, RealmModel realm, EventStream stream, BackOff backOff) {
        this.session = session;
        this.realm = realm;
        this.stream = stream;
        Transmitter transmitter = stream.transmitter();
        var trust = new IssuerKeys.Trust(
                stream.id(), stream.name(), transmitter.keys(), transmitter.keyLifetime(), stream.timeout());
        this.signature = new SignatureCheck(session, transmitter.algorithms(), new IssuerKeys(session, trust, backOff));
        this.reader = new SetReader(transmitter);
    }

    /**
     * Takes one in. It is carried out and remembered in one transaction, which is committed when this returns.
     *
     * @param text as it came
     */
    public Receipt receive(String text) {
        return receive("", text);
    }

    /**
     * The same with the {@code jti} that the transmitter told beside it (RFC 8936 §2.3); empty for none.
     *
     * @param text as it came
     */
    public Receipt receive(String jti, String text) {
        Instant now = Instant.ofEpochMilli(Time.currentTimeMillis());
        Receipt receipt = read(jti, text, now);
        if (receipt instanceof Receipt.Refused(SetError error)) {
            String problem = error.code().word() + ": " + error.description();
            LOG.debugf("The stream '%s' of realm %s refused a token: %s", stream.name(), realm.getName(), problem);
            new Intake(session.getKeycloakSessionFactory(), realm.getId(), stream).refused(problem, now);
        }
        return receipt;
    }

    private Receipt read(String jti, String text, Instant now) {
        return switch (SignedToken.read(text, TYPE, MOST_CHARACTERS)) {
            case SignedToken.Reading.Illegible illegible ->
                new Receipt.Refused(SetError.invalidRequest(sentence(illegible.why())));
            case SignedToken.Reading.Legible legible ->
                jti.isEmpty() || jti.equals(legible.token().claims().path("jti").asText())
                        ? check(legible.token(), now)
                        : new Receipt.Refused(
                                SetError.invalidRequest("The claim jti is not that under which it came."));
        };
    }

    private Receipt check(SignedToken token, Instant now) {
        Optional<SetError> stranger = reader.stranger(token.claims());
        if (stranger.isPresent()) {
            return new Receipt.Refused(stranger.get());
        }
        return switch (signature.of(token)) {
            case Verdict.Undecided undecided -> new Receipt.NotNow(undecided.why());
            // Refused, it would never come again, and what it tells would be lost for a key that is a few seconds old.
            case Verdict.Unfamiliar unfamiliar -> new Receipt.NotNow(unfamiliar.why());
            case Verdict.Forged forged ->
                new Receipt.Refused(new SetError(SetError.Code.INVALID_KEY, sentence(forged.why())));
            case Verdict.Genuine ignored -> take(token, now);
        };
    }

    private Receipt take(SignedToken token, Instant now) {
        return switch (reader.read(token.claims(), now)) {
            case SetReader.Reading.Illegible illegible -> new Receipt.Refused(illegible.error());
            case SetReader.Reading.Legible(ReceivedSet set) ->
                new Intake(session.getKeycloakSessionFactory(), realm.getId(), stream).take(set, now);
        };
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
    }
}
