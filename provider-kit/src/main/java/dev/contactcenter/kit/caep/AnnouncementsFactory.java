package dev.contactcenter.kit.caep;

import org.keycloak.provider.ProviderFactory;

/** Creates {@link Announcements}. */
public interface AnnouncementsFactory extends ProviderFactory<Announcements> {}
