package dev.contactcenter.demo;

import dev.contactcenter.demo.apps.App;
import dev.contactcenter.demo.apps.AppProfile;
import dev.contactcenter.demo.apps.AppSettings;
import dev.contactcenter.demo.desk.DeskServer;
import dev.contactcenter.demo.recordings.RecordingsServer;
import dev.contactcenter.demo.records.RecordsViewer;
import dev.contactcenter.demo.web.WebServer;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** The demo without Keycloak: two apps, the resource server, the viewer of records and the desk agent, against any issuer that is up. */
public final class DemoServices implements AutoCloseable {

    private final List<WebServer> servers;

    private DemoServices(List<WebServer> servers) {
        this.servers = List.copyOf(servers);
    }

    /**
     * Starts them.
     *
     * @param issuer the realm; its clients must admit the apps' redirect URIs
     * @param recordsFile where Keycloak writes decision records
     */
    public static DemoServices start(URI issuer, DemoOptions.Ports ports, DemoOptions.Pace pace, Path recordsFile) {
        URI api = WebServer.url(ports.recordings());
        AppSettings console = new AppSettings(issuer, api, WebServer.url(ports.console()), pace.refreshBefore());
        AppSettings desktop = new AppSettings(issuer, api, WebServer.url(ports.desktop()), pace.refreshBefore());
        return new DemoServices(List.of(
                RecordingsServer.start(ports.recordings(), issuer, pace.freshness()),
                RecordsViewer.start(ports.records(), recordsFile),
                DeskServer.start(ports.desk()),
                App.start(AppProfile.SUPERVISOR_CONSOLE, console),
                App.start(AppProfile.AGENT_DESKTOP, desktop)));
    }

    @Override
    public void close() {
        servers.forEach(WebServer::close);
    }
}
