package dev.contactcenter.signals.posture;

import com.fasterxml.jackson.databind.JsonNode;
import dev.contactcenter.kit.device.Posture;
import dev.contactcenter.kit.keys.IssuerKeys;
import dev.contactcenter.kit.keys.SignatureCheck;
import dev.contactcenter.kit.keys.SignatureCheck.Verdict;
import dev.contactcenter.kit.keys.SignedToken;
import dev.contactcenter.kit.keys.SignedToken.Reading;
import dev.contactcenter.kit.signal.Occasion;
import dev.contactcenter.kit.signal.SignalSource;
import dev.contactcenter.kit.signal.Telling;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.SingleUseObjectProvider;

/** Tells what a token says that an endpoint agent or access proxy signed about the device and put into the request. */
final class PostureTokenSource implements SignalSource {

    private static final String TYPE = "posture+jwt";
    private static final int MOST_CHARACTERS = 8 * 1024;

    private final KeycloakSession session;
    private final ComponentModel component;
    private final PostureTokenSettings settings;
    private final SignatureCheck signature;
    private final ClaimsCheck claims;

    PostureTokenSource(
            KeycloakSession session, ComponentModel component, PostureTokenSettings settings, IssuerKeys keys) {
        this.session = session;
        this.component = component;
        this.settings = settings;
        this.signature = new SignatureCheck(session, settings.algorithms(), keys);
        this.claims = new ClaimsCheck(settings);
    }

    @Override
    public Telling tell(Occasion occasion) {
        HttpHeaders headers = occasion.keycloak().getContext().getHttpRequest().getHttpHeaders();
        List<String> shown = settings.carrier().shown(headers, settings.name());
        if (shown.isEmpty()) {
            return new Telling.Silent();
        }
        if (shown.size() > 1) {
            return Rejected.malformed("the request carries " + shown.size() + " of " + settings.name());
        }
        return switch (SignedToken.read(shown.getFirst(), TYPE, MOST_CHARACTERS)) {
            case Reading.Illegible illegible -> Rejected.malformed(illegible.why());
            case Reading.Legible legible -> tell(legible.token(), occasion);
        };
    }

    private Telling tell(SignedToken token, Occasion occasion) {
        Optional<Telling.Failed> fault =
                fault(token).or(() -> claims.fault(token.claims(), occasion.sessionId(), occasion.now()));
        if (fault.isPresent()) {
            return fault.get();
        }
        JsonNode posture = token.claims().path("posture");
        return switch (Posture.read(token.claims().path("sub").textValue(), posture)) {
            case Posture.Invalid invalid ->
                Rejected.malformed("the token's posture cannot be used: " + String.join("; ", invalid.problems()));
            case Posture.Valid valid -> {
                Telling told = new Telling.Told(valid.observation(), ClaimsCheck.issued(token.claims()));
                // Last, so that nobody can spend a token that is not right for the session it belongs to.
                yield isOfThisSession(token.claims(), occasion)
                        ? told
                        : Rejected.malformed("the token was shown in another session before");
            }
        };
    }

    private Optional<Telling.Failed> fault(SignedToken token) {
        return switch (signature.of(token)) {
            case Verdict.Genuine ignored -> Optional.empty();
            case Verdict.Forged forged -> Optional.of(Rejected.malformed(forged.why()));
            // Shown again with the next request. Were it a source that failed, whoever makes a key up could choose
            // that.
            case Verdict.Unfamiliar unfamiliar -> Optional.of(Rejected.malformed(unfamiliar.why()));
            case Verdict.Undecided undecided -> Optional.of(Rejected.failed(undecided.why()));
        };
    }

    private boolean isOfThisSession(JsonNode shown, Occasion occasion) {
        String token = String.join(
                "\n",
                component.getId(),
                settings.issuer().name(),
                shown.path("jti").asText());
        Duration remaining =
                Duration.between(occasion.now(), ClaimsCheck.expires(shown)).plus(settings.clockSkew());
        return new FirstSession(session.getProvider(SingleUseObjectProvider.class))
                .claim(token, occasion.sessionId(), remaining);
    }
}
