package dev.contactcenter.demo.drill;

import dev.contactcenter.demo.server.SamplePolicy;
import java.util.List;

/**
 * The demo's policy with what a drill needs: its rules about risk are enforced, too, because there is a source of it, and one rule
 * asks where the address is.
 */
final class DrillPolicy {

    private static final String FROM_HOME = """
            - id: customers-are-heard-and-exported-from-home
              actions: [transcript:view, export:create]
              when: location.country != "DE"
              deny: { reason: not_from_abroad }
            """.indent(2);

    private DrillPolicy() {}

    static String of(String demo) {
        String enforced = demo;
        for (String rule : List.of("no-export-at-high-risk", "risk-needs-device-bound-passkey")) {
            enforced = SamplePolicy.enforcing(enforced, rule);
        }
        return enforced.stripTrailing() + "\n" + FROM_HOME;
    }
}
