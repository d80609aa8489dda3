package dev.contactcenter.benchmarks.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One figure of two servers, measured in turns within one run.
 *
 * @param name kebab case
 * @param unit as it is printed
 */
public record Comparison(String name, String unit, List<Double> without, List<Double> with) {

    /** One without any measurement yet. */
    public Comparison(String name, String unit) {
        this(name, unit, new ArrayList<>(), new ArrayList<>());
    }

    /** The same figure of a third server, beside the same measurements of Keycloak alone. */
    Comparison beside(String another) {
        return new Comparison(another, unit, without, new ArrayList<>());
    }

    /** To Keycloak alone. */
    public double ratio() {
        return median(with) / median(without);
    }

    /** One line a figure: name, value, unit and the ratio to Keycloak alone. */
    public String line() {
        return String.format(
                Locale.ROOT,
                "%s %.2f %s, %.2f of Keycloak alone (%.2f; medians of %d)",
                name,
                median(with),
                unit,
                ratio(),
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
