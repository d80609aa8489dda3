package dev.contactcenter.demo.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The demo's realm")
class DemoRealmTest {

    private static final Map<String, URI> APPS = Map.of("agent-desktop", URI.create("http://localhost:8082"));

    @TempDir
    Path folder;

    @Test
    void admits_the_app_at_its_own_address_only() throws IOException {
        JsonNode realm = written(DemoRealm.SAMPLE_FRESHNESS);

        assertThat(texts(client(realm, "agent-desktop").path("redirectUris")))
                .contains("http://localhost:8082/callback");
        assertThat(texts(client(realm, "supervisor-console").path("redirectUris")))
                .allMatch(uri -> uri.startsWith("https://"));
    }

    @Test
    void ages_proofs_faster_in_policy_and_flow_if_asked() throws IOException {
        String realm = written(Duration.ofSeconds(25)).toString();

        assertThat(realm).contains("maxAge: PT25S").doesNotContain("PT5M").doesNotContain("rollout: {");
        assertThat(realm).contains("\"loa-max-age\":\"24\"").contains("\"loa-max-age\":\"36000\"");
    }

    @Test
    void keeps_the_policy_of_the_sample_otherwise() throws IOException {
        assertThat(written(DemoRealm.SAMPLE_FRESHNESS).toString()).contains("maxAge: PT5M");
    }

    @Test
    void trusts_the_desk_agent_only_if_there_is_one() throws IOException {
        DemoRealm plain = new DemoRealm(ProjectFolder.find(), APPS, DemoRealm.SAMPLE_FRESHNESS);

        JsonNode trusting = read(plain.trusting(URI.create("http://localhost:8085")));

        assertThat(trusting.findValues("jwksUrl").toString()).isEqualTo("[[\"http://127.0.0.1:8085/jwks.json\"]]");
        assertThat(read(plain).findValues("jwksUrl")).isEmpty();
    }

    @Test
    void lets_nothing_out_in_the_work_after_a_call_where_there_is_a_telephony_system() throws IOException {
        DemoRealm plain = new DemoRealm(ProjectFolder.find(), APPS, DemoRealm.SAMPLE_FRESHNESS);

        JsonNode telephony = read(plain.withTelephony());

        assertThat(telephony.findValues("policy").toString())
                .contains("  - id: no-export-in-wrap-up\\n    actions: [record:export, \\\"export:*\\\"]")
                .contains("actions: [record:view, record:edit, record:export, note:write]");
        assertThat(texts(client(telephony, "agent-desktop").path("optionalClientScopes")))
                .contains("record:export");
        assertThat(read(plain).toString()).doesNotContain("record:export");
    }

    private JsonNode written(Duration freshness) throws IOException {
        return read(new DemoRealm(ProjectFolder.find(), APPS, freshness));
    }

    private JsonNode read(DemoRealm realm) throws IOException {
        List<Path> files = realm.write(folder);
        return new ObjectMapper().readTree(files.get(0).toFile());
    }

    private static JsonNode client(JsonNode realm, String id) {
        return StreamSupport.stream(realm.path("clients").spliterator(), false)
                .filter(client -> client.path("clientId").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
