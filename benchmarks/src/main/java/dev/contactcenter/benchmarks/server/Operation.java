package dev.contactcenter.benchmarks.server;

import java.util.List;

/** One kind of operation of two servers: how many a second, and what each takes of the processors. */
public record Operation(Comparison rate, Comparison processor) {

    /**
     * One without any measurement yet.
     *
     * @param name kebab case
     */
    public static Operation of(String name) {
        return new Operation(new Comparison(name + "-rate", "per s"), new Comparison(name + "-cpu", "ms"));
    }

    /** The same of the server with all signals, beside the same measurements of Keycloak alone. */
    Operation withSignals() {
        return new Operation(rate.beside(rate.name() + "-signals"), processor.beside(processor.name() + "-signals"));
    }

    /** Notes what Keycloak alone took. */
    public void without(Taken taken) {
        rate.without().add(taken.rate());
        processor.without().add(taken.processor());
    }

    /** Notes what the server with the pack took. */
    public void with(Taken taken) {
        rate.with().add(taken.rate());
        processor.with().add(taken.processor());
    }

    /** Both figures. */
    public List<Comparison> figures() {
        return List.of(rate, processor);
    }
}
