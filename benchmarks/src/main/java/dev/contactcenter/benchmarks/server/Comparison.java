package dev.contactcenter.benchmarks.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One figure of two servers, measured in turns within one run.
 *
 * @param name kebab case
 * @param unit as it is printed
 * @param peer what the other server is
 */
public record Comparison(String name, String unit, String peer, List<Double> without, List<Double> with) {

    private static final String ALONE = "Keycloak alone";

    /** One with Keycloak alone, without any measurement yet. */
    public Comparison(String name, String unit) {
        this(name, unit, ALONE);
    }

    /** One without any measurement yet. */
    Comparison(String name, String unit, String peer) {
        this(name, unit, peer, new ArrayList<>(), new ArrayList<>());
    }

    /** The same figure of a third server, beside the same measurements of the other. */
    Comparison beside(String another) {
        return new Comparison(another, unit, peer, without, new ArrayList<>());
    }

    /** To the other server. */
    public double ratio() {
        return median(with) / median(without);
    }

    /** The median of what the server with the pack took. */
    public double withMedian() {
        return median(with);
    }

    /** One line a figure: name, value, unit and the ratio to the other. */
    public String line() {
        return String.format(
                Locale.ROOT,
                "%s %.2f %s, %.2f of %s (%.2f; medians of %d)",
                name,
                median(with),
                unit,
                ratio(),
                peer,
                median(without),
                with.size());
    }

    /** The same for programs. */
    public String json() {
        return String.format(
                Locale.ROOT,
                "{\"name\": \"%s\", \"unit\": \"%s\", \"with\": %.3f, \"without\": %.3f, \"ratio\": %.3f, \"runs\": %d}",
                name,
                unit,
                median(with),
                median(without),
                ratio(),
                with.size());
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
