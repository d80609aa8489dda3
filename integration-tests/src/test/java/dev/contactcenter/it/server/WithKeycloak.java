package dev.contactcenter.it.server;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives a test class what is started once for all of them: parameters of type {@link KeycloakServer}, {@link Cluster} and
 * {@link dev.contactcenter.demo.story.StoryBrowser}, in constructors, life cycle methods and tests.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(KeycloakServerExtension.class)
public @interface WithKeycloak {}
