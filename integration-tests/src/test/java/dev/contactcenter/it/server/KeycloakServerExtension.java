package dev.contactcenter.it.server;

import dev.contactcenter.demo.story.StoryBrowser;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts the server, the cluster and the browser when the first test asks for them, and ends them after the last. */
final class KeycloakServerExtension implements ParameterResolver {

    private static final Namespace ALL_TESTS = Namespace.create(KeycloakServerExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == KeycloakServer.class || type == Cluster.class || type == StoryBrowser.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        if (type == Cluster.class) {
            return once(context, Cluster.class, Cluster::start);
        }
        return type == KeycloakServer.class
                ? once(context, KeycloakServer.class, KeycloakServer::start)
                : once(context, StoryBrowser.class, StoryBrowser::start);
    }

    /** The root store closes what can be closed when the last test has ended. */
    private static <T extends AutoCloseable> T once(ExtensionContext context, Class<T> type, Supplier<T> start) {
        return context.getRoot().getStore(ALL_TESTS).computeIfAbsent(type, key -> start.get(), type);
    }
}
