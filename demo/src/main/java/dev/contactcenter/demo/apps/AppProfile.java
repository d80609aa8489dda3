package dev.contactcenter.demo.apps;

import com.nimbusds.oauth2.sdk.Scope;
import java.util.Map;

/**
 * What one app is, and asks for.
 *
 * @param clientId the client id; also the page's id and the template's name
 * @param scope what is asked for at sign-in: the mode and the actions that this work needs all day
 * @param panels name in the template to path at the resource server
 */
public record AppProfile(String clientId, String title, Scope scope, Map<String, String> panels) {

    /** For those who listen in and help. */
    public static final AppProfile SUPERVISOR_CONSOLE = new AppProfile(
            "supervisor-console",
            "Supervisor console",
            new Scope("openid", "profile", "mode:supervisor", "queue:monitor", "record:view"),
            Map.of("queues", "/queues", "recordings", "/recordings"));

    /** For those who talk to customers. */
    public static final AppProfile AGENT_DESKTOP = new AppProfile(
            "agent-desktop",
            "Agent desktop",
            new Scope("openid", "profile", "mode:agent", "record:view", "record:edit", "record:export", "note:write"),
            Map.of("record", "/records/4711"));

    /** For those who ask how calls go. */
    public static final AppProfile ANALYST_WORKBENCH = new AppProfile(
            "analyst-workbench",
            "Analyst workbench",
            new Scope("openid", "profile", "mode:analyst", "report:query"),
            Map.of("report", "/reports/call-outcomes"));

    public AppProfile {
        panels = Map.copyOf(panels);
    }
}
