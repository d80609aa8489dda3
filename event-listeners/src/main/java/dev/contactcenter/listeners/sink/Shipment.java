package dev.contactcenter.listeners.sink;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.Callback;

/** Messages on their way to a broker, in order: which of them it has acknowledged, and what went wrong first. Used by one thread, told by another. */
final class Shipment {

    private final Runnable giveUp;
    private final Thread sending = Thread.currentThread();
    private final List<CompletableFuture<Boolean>> answers = new ArrayList<>();
    private final AtomicBoolean givenUp = new AtomicBoolean();
    private Optional<Failure> first = Optional.empty();

    /**
     * Of one message.
     *
     * @param index of the message, from 0
     */
    record Failure(int index, Exception why) {}

    /**
     * An empty one.
     *
     * @param giveUp keeps back what has not left; called once, at the first failure of a message that had been accepted for sending
     */
    Shipment(Runnable giveUp) {
        this.giveUp = giveUp;
    }

    /** Of one more message: whom to tell what became of it. */
    Callback next() {
        int index = answers.size();
        var answer = new CompletableFuture<Boolean>();
        answers.add(answer);
        return (ignored, failure) -> {
            if (failure == null) {
                answer.complete(true);
            } else {
                failed(index, failure);
                answer.complete(false);
            }
        };
    }

    /** The last message did not even leave. */
    void forgetLast() {
        answers.removeLast();
    }

    private void failed(int index, Exception why) {
        note(new Failure(index, why));
        // What is refused before it leaves, and told at once, endangers none of those that have left.
        if (Thread.currentThread() != sending && givenUp.compareAndSet(false, true)) {
            giveUp.run();
        }
    }

    private synchronized void note(Failure failure) {
        first = first.or(() -> Optional.of(failure));
    }

    int size() {
        return answers.size();
    }

    boolean isWell() {
        return failure().isEmpty();
    }

    synchronized Optional<Failure> failure() {
        return first;
    }

    /** Waits until it is known of each message what became of it. */
    void await(long nanos) throws InterruptedException, TimeoutException {
        try {
            CompletableFuture.allOf(answers.toArray(new CompletableFuture<?>[0]))
                    .get(nanos, TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Answers are told, failures too, and never thrown", e);
        }
    }

    /** Indexes of the messages before this one that have not been acknowledged. */
    List<Integer> missingBefore(int index) {
        return IntStream.range(0, index)
                .filter(i -> !answers.get(i).getNow(false))
                .boxed()
                .toList();
    }
}
