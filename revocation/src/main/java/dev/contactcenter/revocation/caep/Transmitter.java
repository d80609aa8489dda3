package dev.contactcenter.revocation.caep;

import dev.contactcenter.revocation.caep.SessionRevoked.Initiator;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.Event;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.provider.Provider;

/**
 * Keycloak's transmitter of security events. Its classes are in every Keycloak distribution but in no repository that we could build
 * against, so they are called by name; what they do stays Keycloak's: which streams there are, who is told of whom, how a
 * person is named, what a paused stream keeps, the signature, the delivery.
 */
final class Transmitter {

    private static final String PACKAGE = "org.keycloak.ssf.transmitter.";

    private final KeycloakSession session;
    private final Object provider;
    private final Object dispatcher;

    Transmitter(KeycloakSession session) throws ReflectiveOperationException {
        this.session = session;
        this.provider = found(session.getProvider(type("SsfTransmitterProvider").asSubclass(Provider.class)));
        this.dispatcher = call(provider, "securityEventTokenDispatcher");
    }

    private static Class<?> type(String name) throws ClassNotFoundException {
        return Class.forName(PACKAGE + name, true, Transmitter.class.getClassLoader());
    }

    /** The streams that receivers have, also those that are paused. */
    List<Stream> streams() throws ReflectiveOperationException {
        List<Stream> streams = new ArrayList<>();
        for (Object stream : (List<?>) call(call(provider, "streamService"), "findStreamsForSsfReceiverClients")) {
            streams.add(new Stream(stream));
        }
        return streams;
    }

    /** One receiver's. */
    final class Stream {

        private final Object stream;

        private Stream(Object stream) {
            this.stream = stream;
        }

        /** Whether its receiver wants to be told of somebody. */
        boolean isAbout(UserModel user) throws ReflectiveOperationException {
            return (boolean) call(dispatcher, "shouldDispatchForUser", user, stream);
        }

        /** Keeps an event for it; what cannot be made, for a person who lacks what the stream names people by, the log tells. */
        void sessionRevoked(Event ended, String reason, Initiator initiator) throws ReflectiveOperationException {
            Object mapper = mapper();
            Object token =
                    invoke(method(mapper, "generateSessionRevokedEvent", 4), mapper, ended, null, stream, reason);
            if (token != null) {
                for (Object event : ((Map<?, ?>) call(token, "getEvents")).values()) {
                    initiate(event, initiator);
                }
                invoke(method(dispatcher, "dispatchEvent", 2), dispatcher, token, stream);
            }
        }

        /** One that names the issuer as the stream does: Keycloak's own derives it from a request, and here may be none. */
        private Object mapper() throws ReflectiveOperationException {
            Object issuer = call(stream, "getIssuer");
            Function<KeycloakSession, Object> known = ignored -> issuer;
            return type("event.SecurityEventTokenMapper")
                    .getConstructor(KeycloakSession.class, type("SsfTransmitterConfig"), Function.class)
                    .newInstance(session, call(provider, "getConfig"), known);
        }

        private void initiate(Object event, Initiator initiator) throws ReflectiveOperationException {
            Method setter = method(event, "setInitiatingEntity", 1);
            for (Object constant : setter.getParameterTypes()[0].getEnumConstants()) {
                if (((Enum<?>) constant).name().equals(initiator.name())) {
                    invoke(setter, event, constant);
                }
            }
        }
    }

    private static Object call(Object target, String name, Object... arguments) throws ReflectiveOperationException {
        return found(invoke(method(target, name, arguments.length), target, arguments));
    }

    private static Object found(@Nullable Object object) throws ReflectiveOperationException {
        if (object == null) {
            throw new NoSuchMethodException(
                    "The transmitter gives nothing where it gave something in the known version");
        }
        return object;
    }

    private static Method method(Object target, String name, int parameters) throws NoSuchMethodException {
        return Arrays.stream(target.getClass().getMethods())
                .filter(one -> one.getName().equals(name) && one.getParameterCount() == parameters)
                .findFirst()
                .orElseThrow(() -> new NoSuchMethodException(target.getClass().getName() + "." + name));
    }

    /** What the transmitter throws while it works is no change of its shape: it undoes the transaction, and the end is tried again. */
    private static @Nullable Object invoke(Method method, Object target, @Nullable Object... arguments)
            throws ReflectiveOperationException {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof RuntimeException broken) {
                throw broken;
            }
            throw thrown;
        }
    }
}
