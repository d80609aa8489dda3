package dev.contactcenter.benchmarks.engine;

import dev.contactcenter.engine.decision.Decision;
import dev.contactcenter.engine.request.AccessRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Replaces the active policy all the time while a thread decides, thousands of times a second. Every decision must be wholly
 * that of one of the two policies that take turns: it names its revision, and must then be what that policy alone decides.
 */
final class Replacement {

    private static final int REQUESTS = 1024;
    private static final int BURST = 16;
    private static final Duration PAUSE = Duration.ofMillis(1);

    private final NeutralPolicy even = PolicyGenerator.standard(100);
    private final NeutralPolicy odd = PolicyGenerator.standard(60);
    private final List<AccessRequest> requests = Requests.usual(even, REQUESTS);
    private final List<Answer> ofEven = answers(even);
    private final List<Answer> ofOdd = answers(odd);

    private volatile Engine active = new Engine(even);
    private volatile boolean done;

    /**
     * What was seen.
     *
     * @param nanos how long the decisions lasted that were watched
     * @param replacements how often the policy was replaced
     * @param mixed decisions that neither policy alone would have given
     */
    record Seen(long decisions, long replacements, long mixed, long longestNanos, long nanos) {}

    /** Decides for so long, first of all without and then with replacements if {@code replacing}. */
    Seen run(Duration time, boolean replacing) throws InterruptedException {
        done = false;
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<Long> replacements = threads.submit((Callable<Long>) () -> replacing ? replace() : 0L);
            Future<Seen> decisions = threads.submit(() -> decide(time.toNanos()));
            Seen seen = decisions.get();
            return new Seen(seen.decisions(), replacements.get(), seen.mixed(), seen.longestNanos(), seen.nanos());
        } catch (ExecutionException e) {
            throw new IllegalStateException("Deciding while policies are replaced failed", e);
        } finally {
            done = true;
        }
    }

    private List<Answer> answers(NeutralPolicy policy) {
        var engine = new Engine(policy);
        return requests.stream().map(engine::answer).toList();
    }

    private long replace() {
        long count = 0;
        while (!done) {
            active = new Engine(count % 2 == 0 ? odd : even);
            count++;
        }
        return count;
    }

    private Seen decide(long nanos) throws InterruptedException {
        long begin = System.nanoTime();
        long count = 0;
        long mixed = 0;
        long longest = 0;
        try {
            while (System.nanoTime() - begin < nanos) {
                for (int i = 0; i < BURST; i++) {
                    int at = (int) (count++ % REQUESTS);
                    long before = System.nanoTime();
                    Engine engine = active;
                    Decision decision = engine.decide(requests.get(at));
                    longest = Math.max(longest, System.nanoTime() - before);
                    mixed += isOfOnePolicy(
                                    engine.answer(decision, requests.get(at)),
                                    decision.grounds().told().revision(),
                                    at)
                            ? 0
                            : 1;
                }
                Thread.sleep(PAUSE);
            }
        } finally {
            done = true;
        }
        return new Seen(count, 0, mixed, longest, System.nanoTime() - begin);
    }

    private boolean isOfOnePolicy(Answer answer, String revision, int at) {
        return (revision.equals(even.revision()) && answer.equals(ofEven.get(at)))
                || (revision.equals(odd.revision()) && answer.equals(ofOdd.get(at)));
    }
}
