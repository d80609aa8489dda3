package dev.contactcenter.it.services;

import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.Waiting;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Many requests at once, all within one minute of the clock. */
public final class Burst {

    /** So late in a minute no burst begins. */
    private static final int LATEST_SECOND = 35;

    private Burst() {}

    /** Sends each request as often as asked, all at once. */
    public static List<Answer> of(List<Supplier<Answer>> requests, int times) {
        Waiting.until(
                Duration.ofSeconds(40),
                () -> Optional.of(LocalTime.now(ZoneOffset.UTC)).filter(now -> now.getSecond() < LATEST_SECOND),
                () -> "No minute began");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> pending = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                requests.forEach(request -> pending.add(threads.submit(request::get)));
            }
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> one : pending) {
                answers.add(one.get());
            }
            return answers;
        } catch (ExecutionException e) {
            throw new AssertionError("A request of a burst failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("A burst was not answered because waiting for it was interrupted", e);
        }
    }

    /** How many were answered with this status. */
    public static long with(List<Answer> answers, int status) {
        return answers.stream().filter(answer -> answer.status() == status).count();
    }
}
