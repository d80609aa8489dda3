package dev.contactcenter.demo;

import dev.contactcenter.demo.apps.App;
import dev.contactcenter.demo.apps.AppProfile;
import dev.contactcenter.demo.apps.AppSettings;
import dev.contactcenter.demo.desk.DeskServer;
import dev.contactcenter.demo.recordings.RecordingsServer;
import dev.contactcenter.demo.records.RecordsViewer;
import dev.contactcenter.demo.telephony.PhoneServer;
import dev.contactcenter.demo.web.WebServer;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;

/** The demo without Keycloak: three apps, the resource server, the viewer of records, the desk agent and the phones, against any issuer. */
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
        IntFunction<AppSettings> at = port ->
                new AppSettings(issuer, api, WebServer.url(port), WebServer.url(ports.phones()), pace.refreshBefore());
        return new DemoServices(List.of(
                RecordingsServer.start(ports.recordings(), issuer, pace.freshness()),
                RecordsViewer.start(ports.records(), recordsFile),
                DeskServer.start(ports.desk()),
                PhoneServer.start(ports.phones(), issuer),
                App.start(AppProfile.SUPERVISOR_CONSOLE, at.apply(ports.console())),
                App.start(AppProfile.AGENT_DESKTOP, at.apply(ports.desktop())),
                App.start(AppProfile.ANALYST_WORKBENCH, at.apply(ports.workbench()))));
    }

    @Override
    public void close() {
        servers.forEach(WebServer::close);
    }
}
