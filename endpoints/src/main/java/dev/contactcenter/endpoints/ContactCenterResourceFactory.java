package dev.contactcenter.endpoints;

import dev.contactcenter.endpoints.denylist.WaitingRoom;
import dev.contactcenter.endpoints.mapping.Mappings;
import dev.contactcenter.kit.setting.Setting;
import java.util.List;
import java.util.Map;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** Offers the REST resources of the pack below each realm. */
public final class ContactCenterResourceFactory implements RealmResourceProviderFactory {

    /** It is a part of the path. */
    public static final String PROVIDER_ID = "contact-center";

    private static final Setting<String> MAPPINGS = Setting.text(
            "mappings",
            "Mappings",
            "Folder of the operator's own mappings of device records, one YAML file each. One that is named as a mapping of the pack"
                    + " takes its place. Empty has the pack's alone.",
            "");

    private final WaitingRoom room = new WaitingRoom();
    private Mappings mappings = Mappings.load("");

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public RealmResourceProvider create(KeycloakSession session) {
        return new Root(new ContactCenterResource(session, mappings, room));
    }

    /** The mappings that administrators use as well. */
    Mappings mappings() {
        return mappings;
    }

    @Override
    public void init(Config.Scope config) {
        String folder = config.get(MAPPINGS.key());
        mappings = Mappings.load(MAPPINGS.from(folder == null ? Map.of() : Map.of(MAPPINGS.key(), folder)));
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return List.of(MAPPINGS.toProperty());
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        room.begin(factory);
    }

    @Override
    public void close() {
        room.close();
    }

    /** One request's. */
    private record Root(ContactCenterResource resource) implements RealmResourceProvider {

        @Override
        public Object getResource() {
            return resource;
        }

        @Override
        public void close() {}
    }
}
