package dev.contactcenter.it.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.contactcenter.it.server.Admin;
import dev.contactcenter.it.server.Answer;
import java.util.Base64;
import java.util.List;

/** What the token endpoint gave. */
public record Tokens(Answer answer) {

    /** The access token as it is sent. */
    public String access() {
        return answer.text("access_token");
    }

    /** The refresh token as it is sent; empty if none was given. */
    public String refresh() {
        return answer.text("refresh_token");
    }

    /** The claims of the access token. Its signature is not looked at: Keycloak gave it. */
    public JsonNode claims() {
        return claims(access());
    }

    /** The claims of a JWT. */
    public static JsonNode claims(String jwt) {
        return Admin.object(new String(Base64.getUrlDecoder().decode(jwt.split("\\.", -1)[1]), UTF_8));
    }

    /** The scope of the access token, one after the other. */
    public List<String> scope() {
        return List.of(claims().path("scope").asText().split(" ", -1));
    }

    /** The level of the access token. */
    public String acr() {
        return claims().path("acr").asText();
    }

    /** The mode of the access token; empty if it has none. */
    public String mode() {
        return claims().path("contact_center").path("mode").asText();
    }
}
