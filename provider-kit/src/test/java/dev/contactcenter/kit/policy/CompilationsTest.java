package dev.contactcenter.kit.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.language.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The compiled texts of a policy")
class CompilationsTest {

    private final AtomicInteger compiled = new AtomicInteger();
    private final Compilations compilations = new Compilations(text -> {
        compiled.incrementAndGet();
        return new Reading.Invalid(List.of());
    });

    @Test
    void are_compiled_once_however_many_ask_at_the_same_time() throws Exception {
        Callable<Reading> ask = () -> compilations.of("one");
        List<Reading> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<Reading> answer : threads.invokeAll(List.of(ask, ask, ask, ask, ask, ask, ask, ask))) {
                answers.add(answer.get());
            }
        }

        assertThat(compiled).hasValue(1);
        assertThat(answers).hasSize(8).allSatisfy(answer -> assertThat(answer).isSameAs(answers.getFirst()));
    }

    @Test
    void outlast_their_replacement_for_requests_that_still_read_the_old_text() {
        for (int i = 0; i < 10; i++) {
            compilations.of("old");
            compilations.of("new");
        }

        assertThat(compiled).hasValue(2);
    }

    @Test
    void are_forgotten_when_they_turn_out_to_be_of_no_use() {
        compilations.of("one");
        compilations.forget("one");
        compilations.of("one");

        assertThat(compiled).hasValue(2);
    }

    @Test
    void are_forgotten_when_others_follow() {
        List.of("one", "two", "three", "four", "one").forEach(compilations::of);

        assertThat(compiled).hasValue(5);
    }
}
