package dev.contactcenter.demo.drill;

/**
 * The sample policy with what a drill needs: its rules about risk are enforced because there is a source of it, and one rule
 * asks where the address is.
 */
final class DrillPolicy {

    private static final String REPORT_ONLY = "    state: report-only\n";

    private static final String FROM_HOME = """
            - id: customers-are-heard-and-exported-from-home
              actions: [transcript:view, export:create]
              when: location.country != "DE"
              deny: { reason: not_from_abroad }
            """.indent(2);

    private DrillPolicy() {}

    static String of(String sample) {
        String enforced =
                with(sample, "  - id: no-export-at-high-risk\n" + REPORT_ONLY, "  - id: no-export-at-high-risk\n");
        enforced = with(
                enforced,
                "  - id: risk-needs-device-bound-passkey\n" + REPORT_ONLY,
                "  - id: risk-needs-device-bound-passkey\n");
        return enforced.stripTrailing() + "\n" + FROM_HOME;
    }

    private static String with(String policy, String before, String after) {
        if (!policy.contains(before)) {
            throw new IllegalStateException(
                    "The sample policy has changed, so the drill must: it has no more\n" + before);
        }
        return policy.replace(before, after);
    }
}
