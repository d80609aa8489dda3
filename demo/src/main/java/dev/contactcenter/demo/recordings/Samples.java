package dev.contactcenter.demo.recordings;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Invented contact center data. */
final class Samples {

    static final Map<String, Object> RECORDINGS = Map.of(
            "recordings",
            List.of(
                    recording("2101", "Billing question", "10:02", "3 min 12 s"),
                    recording("2102", "Cancelled order", "10:17", "5 min 40 s"),
                    recording("2103", "Change of address", "10:31", "1 min 55 s")));

    static final Map<String, Object> RECORD = Map.of(
            "id", "4711",
            "customer", "Customer 4711",
            "language", "English",
            "plan", "Fibre 250",
            "status", "Open ticket: invoice of October",
            "recording", "2101");

    static final String CUSTOMERS = """
            id,plan,status
            4711,Fibre 250,open ticket
            4712,Fibre 100,no ticket
            4713,Mobile 20,no ticket
            """;

    /** The dataset of {@link #callOutcomes}. */
    static final String OUTCOMES = "call-outcomes";

    private static final List<Map<String, Object>> OUTCOME_ROWS = List.of(
            Map.of("outcome", "Solved in the call", "calls", 4812),
            Map.of("outcome", "Called back", "calls", 733),
            Map.of("outcome", "Handed to another team", "calls", 391),
            Map.of("outcome", "Hung up while waiting", "calls", 268));

    private Samples() {}

    /** How calls ended, with no more rows than these. */
    static Map<String, Object> callOutcomes(int rows) {
        return Map.of("rows", OUTCOME_ROWS.stream().limit(rows).toList(), "dataset", OUTCOMES, "row_limit", rows);
    }

    private static Map<String, String> recording(String id, String subject, String time, String length) {
        return Map.of("id", id, "subject", subject, "time", time, "length", length);
    }

    /** The board moves a little, so that one sees it is asked anew. */
    static Map<String, Object> queues(Instant now) {
        long beat = now.getEpochSecond() / 5;
        return Map.of(
                "queues",
                List.of(
                        queue("Billing", 4 + beat % 3, 95 + beat % 20, 12),
                        queue("Orders", 1 + beat % 2, 20 + beat % 15, 8),
                        queue("Technical support", 7 + beat % 4, 180 + beat % 30, 15)));
    }

    private static Map<String, Object> queue(String name, long waiting, long longestSeconds, int agents) {
        return Map.of("name", name, "waiting", waiting, "longest", longestSeconds + " s", "agents", agents);
    }
}
