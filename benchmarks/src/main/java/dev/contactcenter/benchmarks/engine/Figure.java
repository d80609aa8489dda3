package dev.contactcenter.benchmarks.engine;

import java.util.Locale;

/**
 * One figure.
 *
 * @param name kebab case
 * @param unit as it is printed
 * @param ratio to what {@code to} names, measured in the same run; 1 for that itself
 * @param to what it is compared with; empty for nothing
 */
public record Figure(String name, double value, String unit, double ratio, String to) {

    /** One that is compared with nothing. */
    public static Figure alone(String name, double value, String unit) {
        return new Figure(name, value, unit, 1, "");
    }

    /** One line: name, value, unit and the ratio. */
    public String line() {
        String told = String.format(Locale.ROOT, "%s %s %s", name, rounded(value), unit);
        return to.isEmpty() ? told : told + ", " + rounded(ratio) + " of " + to;
    }

    /** The same for programs. */
    public String json() {
        return String.format(
                Locale.ROOT,
                "{\"name\": \"%s\", \"value\": %.3f, \"unit\": \"%s\", \"ratio\": %.3f, \"to\": \"%s\"}",
                name,
                value,
                unit,
                ratio,
                to);
    }

    static String rounded(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < 10 ? "%.2f" : "%.0f", value);
    }
}
