package dev.contactcenter.distribution;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Set;

/** The arrows between the modules, and what each of them must not know. */
@AnalyzeClasses(packages = "dev.contactcenter", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {

    private static final Set<String> CLOCK_READERS = Set.of(
            "now", "system", "systemUTC", "systemDefaultZone", "tick", "tickMillis", "tickSeconds", "tickMinutes");

    @ArchTest
    static final ArchRule arrows_point_from_the_providers_to_the_engine = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("dev.contactcenter..")
            .withOptionalLayers(true)
            .layer("engine")
            .definedBy("dev.contactcenter.engine..")
            .layer("language")
            .definedBy("dev.contactcenter.language..")
            .layer("trail")
            .definedBy("dev.contactcenter.trail..")
            .layer("kit")
            .definedBy("dev.contactcenter.kit..")
            .layer("authenticators")
            .definedBy("dev.contactcenter.authenticators..")
            .layer("signals")
            .definedBy("dev.contactcenter.signals..")
            .layer("revocation")
            .definedBy("dev.contactcenter.revocation..")
            .layer("endpoints")
            .definedBy("dev.contactcenter.endpoints..")
            .layer("mappers")
            .definedBy("dev.contactcenter.mappers..")
            .layer("listeners")
            .definedBy("dev.contactcenter.listeners..")
            .layer("themes")
            .definedBy("dev.contactcenter.themes..")
            .layer("cli")
            .definedBy("dev.contactcenter.cli..")
            .whereLayer("engine")
            .mayNotAccessAnyLayer()
            .whereLayer("language")
            .mayOnlyAccessLayers("engine")
            .whereLayer("kit")
            .mayOnlyAccessLayers("language", "engine")
            .whereLayer("trail")
            .mayNotAccessAnyLayer()
            .whereLayer("trail")
            .mayOnlyBeAccessedByLayers("listeners", "cli")
            .whereLayer("cli")
            .mayOnlyAccessLayers("trail", "language", "engine")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("authenticators")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("signals")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("revocation")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("endpoints")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("mappers")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("listeners")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("themes")
            .mayNotBeAccessedByAnyLayer()
            .because("what two provider modules share is a small SPI in provider-kit, see docs/adr/0001");

    @ArchTest
    static final ArchRule the_engine_needs_nothing_but_the_language_of_the_jdk = classes()
            .that()
            .resideInAPackage("dev.contactcenter.engine..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                            "dev.contactcenter.engine..",
                            "java.lang..",
                            "java.math..",
                            "java.time..",
                            "java.util..",
                            "org.jspecify.annotations..")
                    .or(digestsOrParsesBytes()))
            .because("a decision does no I/O and can be tested, replayed and measured without a server");

    @ArchTest
    static final ArchRule the_policy_language_does_not_know_keycloak = classes()
            .that()
            .resideInAPackage("dev.contactcenter.language..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "dev.contactcenter.engine..",
                    "dev.contactcenter.language..",
                    "java..",
                    "com.fasterxml.jackson..",
                    "org.yaml.snakeyaml..",
                    "dev.cel..",
                    "com.google.common.collect..",
                    "org.jspecify.annotations..")
            .because("the command line reads the same policies without a server");

    @ArchTest
    static final ArchRule only_conditions_know_cel = noClasses()
            .that()
            .resideOutsideOfPackage("dev.contactcenter.language.condition..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.cel..", "com.google..", "org.antlr..")
            .because("the rest of the language, and all that decides, must not change with the parser of conditions");

    @ArchTest
    static final ArchRule only_sinks_know_kafka = noClasses()
            .that()
            .resideOutsideOfPackage("dev.contactcenter.listeners.sink..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka..")
            .because("all others deliver to whatever sink there is");

    @ArchTest
    static final ArchRule the_command_line_does_not_know_keycloak = noClasses()
            .that()
            .resideInAPackage("dev.contactcenter.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.keycloak..", "jakarta..", "org.jboss..")
            .because("it runs without a server and is bundled without its libraries");

    @ArchTest
    static final ArchRule no_decision_reads_a_clock = noClasses()
            .that()
            .resideInAnyPackage("dev.contactcenter.engine..", "dev.contactcenter.language..")
            .should()
            .accessTargetWhere(readsAClock())
            .because("time is evidence: it is told, so that a decision can be repeated");

    @ArchTest
    static final ArchRule only_the_kit_meters = noClasses()
            .that()
            .resideOutsideOfPackage("dev.contactcenter.kit..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.micrometer..")
            .because("names and tags of metrics are decided in one place");

    /** Hashes of user ids and literal addresses: Java keeps them where it also keeps I/O, but neither does any. */
    private static DescribedPredicate<JavaClass> digestsOrParsesBytes() {
        return belongToAnyOf(
                MessageDigest.class,
                NoSuchAlgorithmException.class,
                ByteBuffer.class,
                StandardCharsets.class,
                Charset.class,
                InetAddress.class,
                UnknownHostException.class);
    }

    private static DescribedPredicate<JavaAccess<?>> readsAClock() {
        return DescribedPredicate.describe("a clock is read", access -> {
            String owner = access.getTargetOwner().getFullName();
            String name = access.getName();
            return (owner.startsWith("java.time.") && CLOCK_READERS.contains(name))
                    || (owner.equals("java.lang.System")
                            && Set.of("currentTimeMillis", "nanoTime").contains(name))
                    || (owner.equals("java.util.Date")
                            && access.getTarget().getFullName().endsWith("<init>()"))
                    || owner.equals("org.keycloak.common.util.Time");
        });
    }
}
