package dev.contactcenter.benchmarks.continuous;

import java.util.ArrayList;
import java.util.List;

/** How values are spread. */
public final class Percentiles {

    private final List<Double> values = new ArrayList<>();

    /** One more value. */
    public void add(double value) {
        values.add(value);
    }

    int count() {
        return values.size();
    }

    /** The smallest value that so many of a hundred do not exceed. */
    public double at(int percent) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(Math.max(0, (int) Math.ceil(sorted.size() * percent / 100.0) - 1));
    }

    /** So many a second, if each value is what one of them took, in milliseconds. */
    public double rate() {
        return values.size() / values.stream().mapToDouble(Double::doubleValue).sum() * 1000;
    }

    double most() {
        return at(100);
    }
}
