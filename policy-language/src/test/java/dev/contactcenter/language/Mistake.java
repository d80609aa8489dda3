package dev.contactcenter.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** A small policy without a mistake, and ways to put one into it. */
record Mistake(String name, String instead, String written, List<String> messages) {

    static final String GOOD = """
            contactCenterPolicy: 1
            revision: 2026-11-22.1
            enforcement: enforced
            assurance: [password, phr, phrh]
            unmanagedScopes: ["legacy:*"]
            breakGlass: { groups: [/break-glass], require: { acr: phr } }
            actions:
              record:view: { tier: 0 }
              recording:play: { tier: 3, privileged: true, audience: [recordings-api] }
            modes:
              agent: { roles: [contact-center-agent], actions: [record:view] }
              supervisor: { roles: [contact-center-supervisor], actions: [record:view, recording:play] }
            services:
              cti-connector: { actions: [record:view], tokenLifespan: PT2M }
            rules:
              - id: playback-needs-recent-passkey
                state: enforced
                modes: [supervisor]
                actions: [recording:play]
                require: { acr: phr, maxAge: PT5M }
                limit: { tokenLifespan: PT5M }
            """;

    static Mistake of(String name, String instead, String written, String... messages) {
        return new Mistake(name, instead, written, List.of(messages));
    }

    /** The good policy with the first place changed. */
    String text() {
        assertThat(GOOD).contains(instead);
        int at = GOOD.indexOf(instead);
        return GOOD.substring(0, at) + written + GOOD.substring(at + instead.length());
    }

    @Override
    public String toString() {
        return name;
    }
}
