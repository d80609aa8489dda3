package dev.contactcenter.cli;

import java.nio.file.Path;

/** Files of the checkout, and a small policy. */
final class Samples {

    static final Path CHECKOUT =
            Path.of(System.getProperty("checkout", "..")).toAbsolutePath().normalize();

    static final String POLICY =
            CHECKOUT.resolve("realm-exports/policies/contact-center.yaml").toString();

    static final String REALM =
            CHECKOUT.resolve("realm-exports/contact-center-realm.json").toString();

    static final String SMALL = """
            contactCenterPolicy: 1
            revision: r1
            assurance: [password]
            actions: { record:view: { tier: 0 } }
            modes: { agent: { roles: [agents], actions: [record:view] } }
            """;

    static final String MISTAKEN = SMALL.replace("tier: 0", "teir: 0");

    static final String DOUBTFUL = SMALL.replace("tier: 0 }", "tier: 0 }, record:edit: { tier: 1 }");

    private Samples() {}
}
