package dev.contactcenter.kit.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.component.ComponentModel;

@DisplayName("The settings of a component")
final class ParsedSettingsTest {

    private final ParsedSettings<String> settings = new ParsedSettings<>();
    private final List<String> parsed = new ArrayList<>();

    @Test
    void are_parsed_once() {
        assertThat(read(component("id", "source", "one"))).isEqualTo("one");
        assertThat(read(component("id", "source", "one"))).isEqualTo("one");
        assertThat(parsed).hasSize(1);
    }

    @Test
    void are_parsed_again_once_they_are_changed_in_place() {
        ComponentModel component = component("id", "source", "one");
        read(component);
        component.getConfig().putSingle("key", "other");

        assertThat(read(component)).isEqualTo("other");
    }

    @Test
    void are_those_of_another_kind_once_the_component_is_of_it() {
        read(component("id", "source", "one"));
        read(component("id", "another", "one"));

        assertThat(parsed).hasSize(2);
    }

    @Test
    void are_never_those_of_another_component() {
        read(component("id", "source", "one"));

        assertThat(read(component("other", "source", "two"))).isEqualTo("two");
        assertThat(read(component("id", "source", "one"))).isEqualTo("one");
    }

    @Test
    void that_cannot_be_used_are_refused_each_time() {
        read(component("id", "source", "one"));

        for (int time = 0; time < 2; time++) {
            assertThatThrownBy(() -> read(component("id", "source", "unusable")))
                    .isInstanceOf(InvalidSettingException.class);
        }
        assertThat(read(component("id", "source", "one"))).isEqualTo("one");
    }

    private String read(ComponentModel component) {
        return settings.of(component, stored -> {
            String text = stored.get("key");
            parsed.add(text);
            if (text.equals("unusable")) {
                throw new InvalidSettingException("key", "it is unusable");
            }
            return text;
        });
    }

    private static ComponentModel component(String id, String kind, String text) {
        var component = new ComponentModel();
        component.setId(id);
        component.setProviderId(kind);
        component.setConfig(new MultivaluedHashMap<>());
        component.getConfig().putSingle("key", text);
        return component;
    }
}
