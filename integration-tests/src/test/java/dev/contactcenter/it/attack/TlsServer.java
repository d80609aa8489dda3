package dev.contactcenter.it.attack;

import dev.contactcenter.demo.desk.CertificateAuthority;
import dev.contactcenter.demo.server.KeycloakOptions;
import dev.contactcenter.demo.server.ProjectFolder;
import dev.contactcenter.demo.web.LoopbackPorts;
import dev.contactcenter.it.client.Screen;
import dev.contactcenter.it.oidc.TestApp;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.Http;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.RealmFixture;
import dev.contactcenter.it.signals.DeviceRealm;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;

/** A Keycloak that listens for TLS and asks for a certificate, and clients of it. */
final class TlsServer implements AutoCloseable {

    private static final String HOST = "localhost";
    private static final char[] PASSWORD = CertificateAuthority.PASSWORD.toCharArray();

    private final KeycloakServer keycloak;
    private final CertificateAuthority devices;
    private final CertificateAuthority strangers;
    private final CertificateAuthority servers;
    private final int port;

    private TlsServer(Path folder, String... names) {
        devices = CertificateAuthority.of(folder.resolve("devices"), names);
        strangers = CertificateAuthority.of(folder.resolve("strangers"), names);
        servers = CertificateAuthority.of(folder.resolve("servers"), HOST);
        port = LoopbackPorts.free(1).getFirst();
        keycloak = KeycloakServer.own(
                "keycloak-tls",
                new KeycloakOptions.Launch(
                        List.of("--https-client-auth=request"),
                        List.of(
                                "--https-port=" + port,
                                "--http-management-scheme=http",
                                "--hostname=https://" + HOST + ":" + port,
                                "--https-key-store-file=" + servers.write("server", servers.key(HOST)),
                                "--https-key-store-password=" + CertificateAuthority.PASSWORD,
                                "--https-trust-store-file=" + devices.write("trust", devices.trust()),
                                "--https-trust-store-password=" + CertificateAuthority.PASSWORD),
                        Map.of()));
    }

    /** Starts one; these DNS names are certified by the authority that it trusts, and by one that it does not. */
    static TlsServer start(String... names) {
        return new TlsServer(
                ProjectFolder.find()
                        .root()
                        .resolve("integration-tests/target/certificates")
                        .toAbsolutePath(),
                names);
    }

    KeycloakServer keycloak() {
        return keycloak;
    }

    /** The settings of a source that pins the authority of devices. */
    Map<String, String> source() {
        return Map.of("issuer", devices.pem(), "pattern", "(.+)\\.devices\\.example\\.test");
    }

    /** The same address by way of TLS. */
    URI secure(URI address) {
        return URI.create(address.toString().replace(keycloak.baseUrl().toString(), "https://" + HOST + ":" + port));
    }

    /** The app of a client. */
    TestApp authorization(DeviceRealm realm, String client) {
        return new TestApp(realm.fixture(), client);
    }

    /** What redeems the code that a browser brought back. */
    Map<String, String> code(Screen end) {
        return Map.of(
                "grant_type",
                "authorization_code",
                "code",
                Optional.ofNullable(end.callback().get("code")).orElseThrow(() -> new AssertionError(end)),
                "redirect_uri",
                TestApp.CALLBACK,
                "code_verifier",
                TestApp.VERIFIER);
    }

    /** A token request of an application that shows a certificate. */
    Answer token(DeviceRealm realm, String name, Map<String, String> form) {
        Map<String, String> all = new HashMap<>(form);
        all.put("client_id", Clients.ALL_GRANTS);
        return post(realm.fixture(), withCertificate(name), "/token", all);
    }

    /** Any request of an application. */
    Answer post(RealmFixture realm, HttpClient by, String path, Map<String, String> form) {
        URI address = secure(URI.create(realm.url() + "/protocol/openid-connect" + path));
        return Http.send(
                by,
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(Http.encode(form))));
    }

    HttpClient withoutCertificate() {
        return client(new KeyManager[0]);
    }

    HttpClient withCertificate(String name) {
        return client(new KeyManager[] {new Insisting(manager(devices.key(name)))});
    }

    HttpClient withStrangersCertificate(String name) {
        return client(new KeyManager[] {new Insisting(manager(strangers.key(name)))});
    }

    private HttpClient client(KeyManager[] keys) {
        try {
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(servers.trust());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys, trust.getTrustManagers(), null);
            return HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .sslContext(context)
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A client for TLS cannot be made", e);
        }
    }

    private static X509ExtendedKeyManager manager(KeyStore store) {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, PASSWORD);
            return (X509ExtendedKeyManager) keys.getKeyManagers()[0];
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A store without a key", e);
        }
    }

    /** Shows its certificate whatever issuers the server names: an attacker does. */
    private static final class Insisting extends X509ExtendedKeyManager {

        private final X509ExtendedKeyManager own;

        private Insisting(X509ExtendedKeyManager own) {
            this.own = own;
        }

        @Override
        public String chooseEngineClientAlias(String[] types, Principal[] issuers, SSLEngine engine) {
            return own.chooseEngineClientAlias(types, null, engine);
        }

        @Override
        public String chooseClientAlias(String[] types, Principal[] issuers, Socket socket) {
            return own.chooseClientAlias(types, null, socket);
        }

        @Override
        public String[] getClientAliases(String type, Principal[] issuers) {
            return own.getClientAliases(type, null);
        }

        @Override
        public String[] getServerAliases(String type, Principal[] issuers) {
            return own.getServerAliases(type, issuers);
        }

        @Override
        public String chooseServerAlias(String type, Principal[] issuers, Socket socket) {
            return own.chooseServerAlias(type, issuers, socket);
        }

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            return own.getCertificateChain(alias);
        }

        @Override
        public PrivateKey getPrivateKey(String alias) {
            return own.getPrivateKey(alias);
        }
    }

    @Override
    public void close() {
        keycloak.close();
    }
}
