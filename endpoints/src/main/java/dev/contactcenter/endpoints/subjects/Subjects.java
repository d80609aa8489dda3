package dev.contactcenter.endpoints.subjects;

import dev.contactcenter.endpoints.events.SubjectId;
import dev.contactcenter.endpoints.streams.EventStream;
import dev.contactcenter.endpoints.subjects.Concerned.Why;
import dev.contactcenter.kit.device.Device;
import dev.contactcenter.kit.session.RealmSessions;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;

/**
 * Finds whom an event concerns. Nothing is looked for outside of the realm. Of a complex subject, {@code user}, {@code session} and
 * {@code device} are understood and all of them must be known; other members would only narrow it further, and what takes rights
 * away may rather take them from one session too many.
 */
public final class Subjects {

    private static final Set<String> UNDERSTOOD = Set.of("user", "session", "device");

    private final KeycloakSession session;
    private final RealmModel realm;
    private final EventStream stream;
    private final Accounts accounts;

    /** @param session one whose context has the realm */
    public Subjects(KeycloakSession session, RealmModel realm, EventStream stream) {
        this.session = session;
        this.realm = realm;
        this.stream = stream;
        this.accounts = new Accounts(session, realm, stream.subjects());
    }

    /** Whom a subject means, in an event in which a simple subject has this role. */
    public Concerned find(SubjectId subject, Role role) {
        return switch (subject) {
            case SubjectId.Complex(Map<String, SubjectId> members) -> complex(members);
            case SubjectId.Email email -> simple(email, role);
            case SubjectId.IssSub issSub -> simple(issSub, role);
            case SubjectId.Opaque opaque -> simple(opaque, role);
            case SubjectId.Aliases aliases -> simple(aliases, role);
            case SubjectId.Other other -> simple(other, role);
        };
    }

    private Concerned simple(SubjectId subject, Role role) {
        return switch (role) {
            case USER -> concerned(user(subject), "user");
            case SESSION -> concerned(session(subject), "session");
            case DEVICE -> concerned(device(subject), "device");
            case SESSION_OR_USER ->
                session(subject) instanceof Found.One one
                        ? concerned(one, "session")
                        : concerned(user(subject), "user");
        };
    }

    private static Concerned concerned(Found found, String role) {
        return switch (found) {
            case Found.Nobody(Why why) -> new Concerned.Unknown(why);
            case Found.One(String id) ->
                new Concerned.Known(
                        role.equals("user") ? id : "",
                        role.equals("session") ? id : "",
                        role.equals("device") ? id : "");
        };
    }

    private Concerned complex(Map<String, SubjectId> members) {
        if (members.keySet().stream()
                .anyMatch(member -> !UNDERSTOOD.contains(member)
                        && stream.subjects().critical().contains(member))) {
            return new Concerned.Unknown(Why.CRITICAL_MEMBER);
        }
        Found user = member(members, "user", this::user);
        Found one = member(members, "session", this::session);
        Found device = member(members, "device", this::device);
        Optional<Why> nobody = Stream.of(user, one, device)
                .flatMap(found -> found instanceof Found.Nobody(Why why) ? Stream.of(why) : Stream.empty())
                .findFirst();
        if (nobody.isPresent() || UNDERSTOOD.stream().noneMatch(members::containsKey)) {
            return new Concerned.Unknown(nobody.orElse(Why.UNKNOWN_SUBJECT));
        }
        return new Concerned.Known(id(user), id(one), id(device));
    }

    private static Found member(Map<String, SubjectId> members, String name, Function<SubjectId, Found> find) {
        return Optional.ofNullable(members.get(name)).map(find).orElseGet(() -> new Found.One(""));
    }

    private static String id(Found found) {
        return found instanceof Found.One(String id) ? id : "";
    }

    private Found user(SubjectId subject) {
        return subject instanceof SubjectId.Aliases(List<SubjectId> names)
                ? same(names, accounts::find)
                : accounts.find(subject);
    }

    private Found session(SubjectId subject) {
        return switch (subject) {
            case SubjectId.Aliases(List<SubjectId> names) -> same(names, this::session);
            case SubjectId.Opaque(String id) ->
                first(Stream.concat(
                        Stream.of(own(id)),
                        stream.subjects().identityProviders().values().stream().map(alias -> brokered(alias, id))));
            case SubjectId.IssSub(String iss, String sub) ->
                iss.equals(stream.subjects().realmIssuer())
                        ? first(Stream.of(own(sub)))
                        : first(Optional.ofNullable(
                                stream.subjects().identityProviders().get(iss))
                                .map(alias -> brokered(alias, sub))
                                .stream());
            case SubjectId.Email ignored -> new Found.Nobody(Why.UNKNOWN_SUBJECT);
            case SubjectId.Complex ignored -> new Found.Nobody(Why.UNKNOWN_SUBJECT);
            case SubjectId.Other ignored -> new Found.Nobody(Why.UNKNOWN_SUBJECT);
        };
    }

    private static Found first(Stream<Optional<String>> sessions) {
        return sessions.flatMap(Optional::stream)
                .findFirst()
                .<Found>map(Found.One::new)
                .orElseGet(() -> new Found.Nobody(Why.UNKNOWN_SUBJECT));
    }

    private Optional<String> own(String id) {
        return new RealmSessions(session, realm).first(id).map(UserSessionModel::getId);
    }

    /** The session that began with one at an identity provider, by the {@code sid} of that. */
    private Optional<String> brokered(String alias, String sid) {
        return Optional.ofNullable(session.sessions().getUserSessionByBrokerSessionId(realm, alias + "." + sid))
                .map(UserSessionModel::getId);
    }

    /** Ids of devices are names that the transmitter and this realm share, whoever issues them. */
    private Found device(SubjectId subject) {
        return switch (subject) {
            case SubjectId.Aliases(List<SubjectId> names) -> same(names, this::device);
            case SubjectId.Opaque(String id) -> device(id);
            case SubjectId.IssSub(String iss, String sub) -> isKnown(iss) ? device(sub) : device("");
            case SubjectId.Email ignored -> device("");
            case SubjectId.Complex ignored -> device("");
            case SubjectId.Other ignored -> device("");
        };
    }

    private static Found device(String id) {
        return !id.isBlank() && Device.fits(id) ? new Found.One(id) : new Found.Nobody(Why.UNKNOWN_SUBJECT);
    }

    private boolean isKnown(String issuer) {
        return issuer.equals(stream.transmitter().issuer())
                || issuer.equals(stream.subjects().realmIssuer())
                || stream.subjects().identityProviders().containsKey(issuer);
    }

    /** Those names of one that are known here must mean the same (RFC 9493 §3.2.8). */
    private static Found same(List<SubjectId> names, Function<SubjectId, Found> find) {
        List<Found> all = names.stream().map(find).toList();
        Set<String> ids = new LinkedHashSet<>();
        all.forEach(found -> {
            if (found instanceof Found.One(String id)) {
                ids.add(id);
            }
        });
        if (ids.size() > 1) {
            return new Found.Nobody(Why.AMBIGUOUS_SUBJECT);
        }
        return ids.isEmpty() ? all.getFirst() : new Found.One(ids.iterator().next());
    }
}
