package dev.contactcenter.distribution;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.component.ComponentFactory;
import org.keycloak.protocol.ProtocolMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** Writes docs/reference/settings.md from what the providers declare. */
final class SettingsReference {

    static final String REFRESH = "mvn -pl distribution -am test -Dtest=SettingsReferenceTest -Ddocs.refresh=true";

    private static final String HEAD = """
            # Settings

            Every provider of the pack and what can be set on it. Generated from the providers themselves, so do not edit
            this page; write it anew with

                %s
            """.formatted(REFRESH);

    private SettingsReference() {}

    /** The whole page, Markdown. */
    static String page() {
        Map<Boolean, List<Offering>> offerings = Offering.factories()
                .sorted(Comparator.comparing(SettingsReference::kind).thenComparing(SettingsReference::id))
                .collect(Collectors.partitioningBy(SettingsReference::saysSomething));
        return Stream.of(
                        Stream.of(HEAD),
                        offerings.get(true).stream().map(SettingsReference::section),
                        Stream.of(silent(offerings.get(false))))
                .flatMap(part -> part)
                .collect(Collectors.joining("\n"));
    }

    private static boolean saysSomething(Offering offering) {
        ProviderFactory<?> factory = offering.factory();
        return !Offering.help(factory).isEmpty() || !Offering.settings(factory).isEmpty();
    }

    private static String section(Offering offering) {
        ProviderFactory<?> factory = offering.factory();
        String name = Offering.displayName(factory);
        String title = name.isEmpty() ? "`" + factory.getId() + "`" : name + " (`" + factory.getId() + "`)";
        return "## " + title + "\n\n" + (kind(offering) + ". " + Offering.help(factory)).strip() + "\n"
                + table(offering, Offering.settings(factory));
    }

    private static String silent(List<Offering> offerings) {
        return offerings.stream()
                .map(offering -> "| `%s` | %s |\n"
                        .formatted(id(offering), offering.spiType().getSimpleName()))
                .collect(Collectors.joining("", "## Without settings\n\n| Provider | Created by a |\n|---|---|\n", ""));
    }

    private static String id(Offering offering) {
        return offering.factory().getId();
    }

    private static String table(Offering offering, List<ProviderConfigProperty> settings) {
        if (settings.isEmpty()) {
            return "";
        }
        return settings.stream()
                .map(setting -> row(offering, setting))
                .collect(Collectors.joining(
                        "\n", "\n| Setting | Key | Default | What it does |\n|---|---|---|---|\n", "\n"));
    }

    private static String row(Offering offering, ProviderConfigProperty setting) {
        return "| %s | `%s` | %s | %s%s |"
                .formatted(
                        cell(setting.getLabel()),
                        key(offering, setting),
                        byDefault(setting),
                        cell(setting.getHelpText()),
                        choices(setting));
    }

    private static String choices(ProviderConfigProperty setting) {
        List<String> options = setting.getOptions();
        return options == null || options.isEmpty()
                ? ""
                : options.stream().collect(Collectors.joining("`, `", " One of `", "`."));
    }

    private static String byDefault(ProviderConfigProperty setting) {
        Object value = setting.getDefaultValue();
        return value == null || value.toString().isEmpty() ? "none" : "`" + cell(value.toString()) + "`";
    }

    /** Settings of a provider without a place in the admin console are options of the server. */
    private static String key(Offering offering, ProviderConfigProperty setting) {
        return spiName(offering)
                .map(spi -> "spi-%s--%s--%s".formatted(spi, id(offering), setting.getName()))
                .orElse(setting.getName());
    }

    private static Optional<String> spiName(Offering offering) {
        if (!kind(offering).equals("Server provider")) {
            return Optional.empty();
        }
        return Offering.all().stream()
                .filter(other -> Spi.class.isAssignableFrom(other.type()))
                .map(Offering::spiInstance)
                .filter(spi -> spi.getProviderFactoryClass() == offering.spiType())
                .map(Spi::getName)
                .findFirst();
    }

    private static String kind(Offering offering) {
        return switch (offering.factory()) {
            case AuthenticatorFactory step -> "Authentication step";
            case ProtocolMapper mapper -> "Protocol mapper";
            case ComponentFactory<?, ?> component -> "Realm component";
            case RequiredActionFactory action -> "Required action";
            default -> "Server provider";
        };
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replaceAll("\\s+", " ");
    }
}
