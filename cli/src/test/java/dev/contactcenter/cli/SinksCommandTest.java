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

@DisplayName("contact-center audit sinks")
final class SinksCommandTest {

    private static final String ADMIN = "/admin/realms/main/contact-center/audit/sinks";

    private record Reply(int status, String body) {}

    private final Deque<Reply> replies = new ArrayDeque<>();
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        requests.add(
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getRawPath());
        Reply reply = replies.remove();
        byte[] body = reply.body().getBytes(UTF_8);
        exchange.sendResponseHeaders(reply.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private Run sinks(int status, String body, String... arguments) {
        replies.add(new Reply(200, "{\"access_token\":\"t\"}"));
        replies.add(new Reply(status, body));
        return Run.of(Stream.concat(
                        Stream.of(
                                "audit",
                                "sinks",
                                "--server=http://127.0.0.1:"
                                        + server.getAddress().getPort(),
                                "--realm=main",
                                "--client=desk",
                                "--secret=secret"),
                        Stream.of(arguments))
                .toArray(String[]::new));
    }

    @Test
    void tells_how_all_of_them_are_doing() {
        Run run = sinks(200, "[{\"name\":\"siem\",\"state\":\"active\",\"waiting\":0}]");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("siem").contains("active");
        assertThat(requests.getLast()).isEqualTo("GET " + ADMIN);
    }

    @Test
    void tells_how_one_of_them_is_doing_whatever_its_name() {
        sinks(200, "{\"name\":\"a b\"}", "a b");

        assertThat(requests.getLast()).isEqualTo("GET " + ADMIN + "/a%20b");
    }

    @Test
    void tests_one() {
        Run run = sinks(200, "{\"millis\":12}", "siem", "--test");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("12");
        assertThat(requests.getLast()).isEqualTo("POST " + ADMIN + "/siem/test");
    }

    @Test
    void says_why_one_did_not_take_the_test_record_and_ends_with_1() {
        Run run = sinks(
                502,
                "{\"title\":\"Not delivered\",\"status\":502,\"detail\":\"the webhook answers with the status 500\"}",
                "siem",
                "--test");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("the webhook answers with the status 500");
    }

    @Test
    void has_dead_letters_delivered_again() {
        Run run = sinks(200, "{\"redriven\":3}", "siem", "--redrive");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("3");
        assertThat(requests.getLast()).isEqualTo("POST " + ADMIN + "/siem/redrive");
    }

    @Test
    void wants_to_know_which_one_and_what_to_do_with_it() {
        assertThat(sinks(200, "{}", "--test").exitCode()).isEqualTo(2);
        assertThat(sinks(200, "{}", "siem", "--test", "--redrive").err()).contains("do not go together");
    }
}
