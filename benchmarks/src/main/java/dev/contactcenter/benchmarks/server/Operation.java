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

    /**
     * One that is compared with something else than Keycloak alone.
     *
     * @param name kebab case
     * @param peer what the other server is
     */
    public static Operation of(String name, String peer) {
        return new Operation(new Comparison(name + "-rate", "per s", peer), new Comparison(name + "-cpu", "ms", peer));
    }

    /**
     * The same of a third server, beside the same measurements of the other.
     *
     * @param what ends the names of its figures, for example {@code signals}
     */
    public Operation beside(String what) {
        return new Operation(rate.beside(rate.name() + "-" + what), processor.beside(processor.name() + "-" + what));
    }

    /** Notes what the other server took. */
    public void without(Taken taken) {
        rate.without().add(taken.rate());
        processor.without().add(taken.processor());
    }

    /** Notes what the server took that is asked about. */
    public void with(Taken taken) {
        rate.with().add(taken.rate());
        processor.with().add(taken.processor());
    }

    /** Both figures. */
    public List<Comparison> figures() {
        return List.of(rate, processor);
    }
}
