package dev.contactcenter.endpoints.subjects;

import dev.contactcenter.endpoints.events.SubjectId;
import dev.contactcenter.endpoints.streams.SubjectRules;
import dev.contactcenter.endpoints.subjects.Concerned.Why;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Finds accounts by the names that transmitters give them. */
final class Accounts {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final SubjectRules rules;

    Accounts(KeycloakSession session, RealmModel realm, SubjectRules rules) {
        this.session = session;
        this.realm = realm;
        this.rules = rules;
    }

    Found find(SubjectId name) {
        return switch (name) {
            case SubjectId.Email(String email) -> byEmail(email);
            case SubjectId.Opaque(String id) -> of(session.users().getUserById(realm, id));
            case SubjectId.IssSub(String iss, String sub) -> byIssuer(iss, sub);
            case SubjectId.Aliases ignored -> new Found.Nobody(Why.UNKNOWN_SUBJECT);
            case SubjectId.Complex ignored -> new Found.Nobody(Why.UNKNOWN_SUBJECT);
            case SubjectId.Other ignored -> new Found.Nobody(Why.UNKNOWN_SUBJECT);
        };
    }

    private Found byIssuer(String iss, String sub) {
        if (iss.equals(rules.realmIssuer())) {
            return of(session.users().getUserById(realm, sub));
        }
        return of(Optional.ofNullable(rules.identityProviders().get(iss))
                .map(alias ->
                        session.users().getUserByFederatedIdentity(realm, new FederatedIdentityModel(alias, sub, null)))
                .orElse(null));
    }

    /** Whoever typed an address that is not theirs must not be taken for its owner: only one that was verified counts. */
    private Found byEmail(String email) {
        List<UserModel> all = session.users()
                .searchForUserStream(realm, Map.of(UserModel.EMAIL, email, UserModel.EXACT, "true"))
                .filter(user -> email.equalsIgnoreCase(user.getEmail()))
                .toList();
        List<UserModel> verified =
                all.stream().filter(UserModel::isEmailVerified).toList();
        if (verified.size() > 1) {
            return new Found.Nobody(Why.AMBIGUOUS_SUBJECT);
        }
        if (verified.isEmpty() && !all.isEmpty()) {
            return new Found.Nobody(Why.UNVERIFIED_EMAIL);
        }
        return verified.stream()
                .findFirst()
                .<Found>map(user -> new Found.One(user.getId()))
                .orElseGet(() -> new Found.Nobody(Why.UNKNOWN_SUBJECT));
    }

    private static Found of(@Nullable UserModel user) {
        return user == null ? new Found.Nobody(Why.UNKNOWN_SUBJECT) : new Found.One(user.getId());
    }
}
