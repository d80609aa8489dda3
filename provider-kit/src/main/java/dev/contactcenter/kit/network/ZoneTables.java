package dev.contactcenter.kit.network;

import dev.contactcenter.engine.network.Cidr;
import dev.contactcenter.engine.network.Zones;
import dev.contactcenter.kit.setting.ComponentName;
import dev.contactcenter.kit.setting.InvalidSettingException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.RealmModel;
import org.keycloak.services.ui.extend.UiPageProvider;

/** Puts the zones of a policy and the blocks of its realm together, once for each change of either. */
public final class ZoneTables {

    private static final Logger LOG = Logger.getLogger(ZoneTables.class);

    private final Map<String, Made> byRealm = new ConcurrentHashMap<>();

    private record Made(Zones policy, List<StoredBlocks> stored, ZoneTable table) {
        /** A policy that is compiled anew brings zones of its own. */
        @SuppressWarnings("ReferenceEquality")
        private boolean isOf(Zones zones, List<ComponentModel> components) {
            boolean same = policy == zones && stored.size() == components.size();
            for (int i = 0; same && i < stored.size(); i++) {
                same = stored.get(i).isOf(components.get(i));
            }
            return same;
        }
    }

    /** The table of a realm. */
    public ZoneTable of(RealmModel realm, Zones policy) {
        List<ComponentModel> components = realm.getComponentsStream(realm.getId(), UiPageProvider.class.getName())
                .filter(component -> component.getProviderId().equals(ZoneSettings.PROVIDER_ID))
                .toList();
        Made known = byRealm.get(realm.getId());
        if (known == null || !known.isOf(policy, components)) {
            List<StoredBlocks> stored =
                    components.stream().map(StoredBlocks::of).toList();
            known = new Made(policy, stored, table(realm, policy, components));
            byRealm.put(realm.getId(), known);
        }
        return known.table();
    }

    /** Forgets a realm that is removed. */
    public void forget(String realmId) {
        byRealm.remove(realmId);
    }

    private static ZoneTable table(RealmModel realm, Zones policy, List<ComponentModel> components) {
        Map<String, List<Cidr>> added = new HashMap<>();
        for (ComponentModel component : components) {
            try {
                ZoneSettings settings = ZoneSettings.of(component);
                added.computeIfAbsent(settings.zone(), zone -> new ArrayList<>())
                        .addAll(settings.blocks());
                tellStray(realm, policy, component, settings);
            } catch (InvalidSettingException unusable) {
                LOG.errorf(
                        "No address of realm %s can be told its zone because of the component '%s': %s",
                        realm.getName(), ComponentName.of(component), unusable.getMessage());
                return new ZoneTable.Unusable(ComponentName.of(component), String.valueOf(unusable.getMessage()));
            }
        }
        return new ZoneTable.Usable(added.isEmpty() ? policy : policy.with(added));
    }

    private static void tellStray(RealmModel realm, Zones policy, ComponentModel component, ZoneSettings settings) {
        if (!policy.names().contains(settings.zone())) {
            LOG.warnf(
                    "The blocks of component '%s' count for nothing in realm %s: the policy has no zone '%s'",
                    ComponentName.of(component), realm.getName(), settings.zone());
        }
    }
}
