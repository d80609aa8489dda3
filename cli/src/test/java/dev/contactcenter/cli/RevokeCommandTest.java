package dev.contactcenter.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("contact-center revoke")
class RevokeCommandTest {

    private static final String UNDER_WAY = "{\"id\":\"o-1\",\"state\":\"under_way\",\"sessions_ended\":0}";
    private static final String DONE = "{\"id\":\"o-1\",\"state\":\"done\",\"sessions_ended\":2}";
    private static final int NO_ANSWER = 0;

    private record Reply(int status, String body) {}

    private final Deque<Reply> replies = new ArrayDeque<>();
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/realms/a%20realm/protocol/openid-connect/token", this::answer);
        server.createContext("/realms/a%20realm/contact-center/revocations", this::answer);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        requests.add(
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getRawPath() + " " + body);
        Reply reply = replies.remove();
        if (reply.status() != NO_ANSWER) {
            byte[] bytes = reply.body().getBytes(UTF_8);
            exchange.sendResponseHeaders(reply.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    private void serverSays(Reply... said) {
        replies.add(new Reply(200, "{\"access_token\":\"t\"}"));
        replies.addAll(List.of(said));
    }

    private Run revoke(String... arguments) {
        return Run.of(Stream.concat(
                        Stream.of(
                                "revoke",
                                "--server=http://127.0.0.1:"
                                        + server.getAddress().getPort() + "/",
                                "--realm=a realm",
                                "--client=desk",
                                "--secret=s&cret",
                                "--reason=device_lost"),
                        Stream.of(arguments))
                .toArray(String[]::new));
    }

    @Test
    void waits_until_the_server_has_done_it() {
        serverSays(new Reply(202, UNDER_WAY), new Reply(200, UNDER_WAY), new Reply(200, DONE));

        Run run = revoke("device", "laptop-17", "--key", "k-1", "--detail", "left in a taxi");

        assertThat(run).isEqualTo(new Run(0, "device laptop-17: done, 2 sessions ended (order o-1)\n", ""));
        assertThat(requests.getFirst()).contains("client_secret=s%26cret").contains("grant_type=client_credentials");
        assertThat(requests.get(1))
                .isEqualTo(
                        "POST /realms/a%20realm/contact-center/revocations {\"device\":\"laptop-17\",\"reason\":\"device_lost\","
                                + "\"key\":\"k-1\",\"detail\":\"left in a taxi\"}");
        assertThat(requests.getLast()).startsWith("GET /realms/a%20realm/contact-center/revocations/o-1 ");
    }

    @Test
    void sends_an_order_that_got_no_answer_again_as_the_same() {
        serverSays(new Reply(NO_ANSWER, ""), new Reply(202, DONE));

        Run run = revoke("user", "agent");

        assertThat(run.exitCode()).as(run.err()).isZero();
        List<String> orders = requests.stream()
                .filter(one -> one.contains("\"user\":\"agent\""))
                .toList();
        assertThat(orders).hasSizeGreaterThan(1);
        assertThat(orders.stream().distinct()).hasSize(1);
    }

    @Test
    void tells_programs_in_json() {
        serverSays(new Reply(202, DONE));

        Run run = revoke("token", "jti-1", "--exp", "1790000000", "--format", "json");

        assertThat(run.out()).contains("\"state\" : \"done\"", "\"sessions_ended\" : 2");
        assertThat(requests.getLast()).contains("\"exp\":1790000000");
    }

    @Test
    void says_with_1_that_it_was_not_done_in_time() {
        serverSays(new Reply(202, UNDER_WAY));

        Run run = revoke("session", "s-1", "--timeout", "PT0S");

        assertThat(run)
                .isEqualTo(
                        new Run(1, "session s-1: taken, but not done within PT0S, 0 sessions ended (order o-1)\n", ""));
    }

    @Test
    void says_with_1_why_the_server_refuses() {
        serverSays(new Reply(403, "{\"title\":\"Not allowed\",\"detail\":\"It lacks the role.\"}"));

        assertThat(revoke("passkey", "p-1"))
                .isEqualTo(new Run(1, "", "The server does not take the order: It lacks the role. (status 403)\n"));

        replies.add(
                new Reply(401, "{\"error\":\"invalid_client\",\"error_description\":\"Invalid client credentials\"}"));
        assertThat(revoke("passkey", "p-1").err()).contains("does not let this client in: Invalid client credentials");
    }
}
