package dev.contactcenter.distribution;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.authentication.ConfigurableAuthenticatorFactory;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.protocol.ProtocolMapper;
import org.keycloak.provider.ConfiguredProvider;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** What holds for every provider of the pack, those that are still to come included. */
@DisplayName("Every provider")
final class ProviderContractTest {

    /** The column that stores an authenticator's id takes no more. */
    private static final int LONGEST_ID = 36;

    private static final int LONGEST_HELP = 300;
    private static final Pattern OURS = Pattern.compile("contact-center-[a-z][a-z-]*[a-z]");
    /** Keycloak names a database table after the first ten letters of such an id. */
    private static final Pattern OURS_WITH_A_TABLE = Pattern.compile("cc[a-z]{8}-contact-center");

    /**
     * One is chosen in the server's configuration, five take the place of Keycloak's own, one is a part of a path, one is what
     * Keycloak looks up by the type of an authorization detail.
     */
    private static final Set<String> OTHER_IDS = Set.of(
            "outbox",
            "webauthn-register-passwordless",
            "access_token",
            "refresh_token",
            "requesting_party_token",
            "default",
            "contact-center",
            "contact_center_action");

    /** Keycloak itself reads the keys with dots in them from any step's settings. */
    private static final Pattern KEY = Pattern.compile("[a-z][a-zA-Z]*|[a-z][a-z-]*|default\\.reference\\.[a-zA-Z]+");

    private static final Pattern SENTENCES = Pattern.compile("[A-Z].*[.?!]", Pattern.DOTALL);

    @Test
    void stands_in_a_services_file_or_keycloak_would_not_find_it() {
        Set<String> offered = Offering.all().stream().map(Offering::className).collect(toSet());

        assertThat(implementations().map(JavaClass::getName).filter(name -> !offered.contains(name)))
                .as("factories and SPIs that no META-INF/services file names")
                .isEmpty();
    }

    @Test
    void is_offered_once() {
        assertThat(Offering.all()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("offerings")
    void is_of_the_type_that_its_services_file_promises(Offering offering) {
        assertThat(offering.type()).isAssignableTo(offering.spiType());
    }

    @ParameterizedTest
    @MethodSource("factories")
    void has_an_id_of_this_pack_that_fits_keycloaks_column(Offering offering) {
        String id = offering.factory().getId();

        assertThat(id).hasSizeLessThanOrEqualTo(LONGEST_ID);
        assertThat(id)
                .as("id of %s", offering)
                .satisfiesAnyOf(
                        ours -> assertThat(ours).matches(OURS),
                        table -> assertThat(table).matches(OURS_WITH_A_TABLE),
                        other -> assertThat(other).isIn(OTHER_IDS));
    }

    @ParameterizedTest
    @MethodSource("factories")
    void has_a_name_and_a_help_text_where_the_console_shows_them(Offering offering) {
        ProviderFactory<?> factory = offering.factory();

        if (factory instanceof ConfigurableAuthenticatorFactory
                || factory instanceof RequiredActionFactory
                || factory instanceof ProtocolMapper) {
            assertThat(Offering.displayName(factory)).as("name of %s", offering).isNotBlank();
        }
        if (factory instanceof ConfiguredProvider) {
            assertThat(Offering.help(factory))
                    .as("help of %s", offering)
                    .matches(SENTENCES)
                    .hasSizeLessThan(LONGEST_HELP);
        }
    }

    @ParameterizedTest
    @MethodSource("configurable")
    void explains_every_setting_in_whole_sentences(Offering offering) {
        assertThat(Offering.settings(offering.factory())).allSatisfy(setting -> {
            assertThat(setting.getName()).as("key in %s", offering).matches(KEY);
            assertThat(setting.getLabel())
                    .as("label of %s in %s", setting.getName(), offering)
                    .isNotBlank();
            assertThat(setting.getHelpText())
                    .as("help of %s in %s", setting.getName(), offering)
                    .matches(SENTENCES)
                    .hasSizeLessThan(LONGEST_HELP)
                    .isNotEqualTo(setting.getLabel());
        });
    }

    @ParameterizedTest
    @MethodSource("configurable")
    void has_each_key_once(Offering offering) {
        assertThat(Offering.settings(offering.factory()))
                .as("settings of %s", offering)
                .extracting(ProviderConfigProperty::getName)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("configurable")
    void has_defaults_that_it_would_accept(Offering offering) {
        assertThat(Offering.settings(offering.factory()))
                .as("settings of %s", offering)
                .allSatisfy(ProviderContractTest::acceptsItsDefault);
    }

    @ParameterizedTest
    @MethodSource("configurable")
    void hands_out_settings_that_a_caller_cannot_spoil(Offering offering) {
        ProviderFactory<?> factory = offering.factory();

        Offering.settings(factory).forEach(setting -> setting.setDefaultValue("spoilt"));

        assertThat(Offering.settings(factory))
                .as("settings of %s", offering)
                .extracting(ProviderConfigProperty::getDefaultValue)
                .doesNotContain("spoilt");
    }

    private static void acceptsItsDefault(ProviderConfigProperty setting) {
        Object value = setting.getDefaultValue();
        if (value == null || value.toString().isEmpty()) {
            return;
        }
        switch (setting.getType()) {
            case ProviderConfigProperty.LIST_TYPE ->
                assertThat(setting.getOptions()).contains(value.toString());
            case ProviderConfigProperty.INTEGER_TYPE ->
                assertThatCode(() -> Integer.parseInt(value.toString())).doesNotThrowAnyException();
            case ProviderConfigProperty.BOOLEAN_TYPE ->
                assertThat(value.toString()).isIn("true", "false");
            default -> assertThat(value.toString()).isNotBlank();
        }
    }

    private static Stream<JavaClass> implementations() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("dev.contactcenter")
                        .stream()
                        .filter(found -> found.isAssignableTo(ProviderFactory.class) || found.isAssignableTo(Spi.class))
                        .filter(found -> !found.isInterface()
                                && !found.getModifiers().contains(JavaModifier.ABSTRACT)
                                && !found.isAnonymousClass());
    }

    private static List<Offering> offerings() {
        return Offering.all();
    }

    private static Stream<Offering> factories() {
        return Offering.factories();
    }

    private static Stream<Offering> configurable() {
        return Offering.factories()
                .filter(offering -> !Offering.settings(offering.factory()).isEmpty());
    }
}
