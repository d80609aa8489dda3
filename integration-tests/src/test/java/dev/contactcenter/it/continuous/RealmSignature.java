package dev.contactcenter.it.continuous;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.databind.JsonNode;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.Admin;
import dev.contactcenter.it.server.Http;
import dev.contactcenter.it.server.RealmFixture;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/** What a realm tells others as a JWT, read as they have to: with the keys that the realm publishes. */
final class RealmSignature {

    private RealmSignature() {}

    /** The claims of a token that the realm signed with RS256; any other fails the test. */
    static JsonNode claims(RealmFixture realm, String token) {
        String[] parts = token.split("\\.", -1);
        JsonNode header = Admin.object(new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(KeyFactory.getInstance("RSA")
                    .generatePublic(key(realm, header.path("kid").asText())));
            signature.update((parts[0] + "." + parts[1]).getBytes(US_ASCII));
            if (!signature.verify(Base64.getUrlDecoder().decode(parts[2]))) {
                throw new AssertionError("Not signed by the realm: " + token);
            }
        } catch (GeneralSecurityException e) {
            throw new AssertionError("No token that can be checked: " + token, e);
        }
        return Tokens.claims(token);
    }

    private static RSAPublicKeySpec key(RealmFixture realm, String id) {
        JsonNode key = Http.get(realm.url() + "/protocol/openid-connect/certs")
                .orFail()
                .json()
                .path("keys")
                .valueStream()
                .filter(one -> one.path("kid").asText().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("The realm has no key " + id));
        return new RSAPublicKeySpec(number(key.path("n")), number(key.path("e")));
    }

    private static BigInteger number(JsonNode encoded) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(encoded.asText()));
    }
}
