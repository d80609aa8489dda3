package dev.contactcenter.revocation.caep;

import dev.contactcenter.kit.caep.Initiator;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.Profile;
import org.keycloak.events.Event;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.provider.Provider;

/**
 * Keycloak's transmitter of security events. Its classes are in every Keycloak distribution but in no repository that we could build
 * against, so they are called by name; what they do stays Keycloak's: which streams there are, who is told of whom, how a
 * person is named, what a paused stream keeps, the signature, the delivery.
 */
final class Transmitter {

    private static final String PACKAGE = "org.keycloak.ssf.transmitter.";
    private static final String SUBJECTS = "org.keycloak.ssf.subject.";

    private final KeycloakSession session;
    private final Object provider;
    private final Object dispatcher;

    Transmitter(KeycloakSession session) throws ReflectiveOperationException {
        this.session = session;
        this.provider = found(session.getProvider(type("SsfTransmitterProvider").asSubclass(Provider.class)));
        this.dispatcher = call(provider, "securityEventTokenDispatcher");
    }

    /** Whether there is one, at this server and in this realm. */
    static boolean isOnIn(RealmModel realm) {
        return Profile.isFeatureEnabled(Profile.Feature.SSF)
                && Boolean.parseBoolean(realm.getAttribute("ssf.transmitterEnabled"));
    }

    private static Class<?> type(String name) throws ClassNotFoundException {
        return named(PACKAGE + name);
    }

    private static Class<?> named(String name) throws ClassNotFoundException {
        return Class.forName(name, true, Transmitter.class.getClassLoader());
    }

    /** The streams that receivers have, also those that are paused. */
    List<Stream> streams() throws ReflectiveOperationException {
        List<Stream> streams = new ArrayList<>();
        for (Object stream : (List<?>) call(call(provider, "streamService"), "findStreamsForSsfReceiverClients")) {
            streams.add(new Stream(stream));
        }
        return streams;
    }

    /** Those of them whose receivers asked for a type of events. */
    List<Stream> streams(String type) throws ReflectiveOperationException {
        List<Stream> wanting = new ArrayList<>();
        for (Stream stream : streams()) {
            if (stream.wants(type)) {
                wanting.add(stream);
            }
        }
        return wanting;
    }

    private static Object opaque(String id) throws ReflectiveOperationException {
        Object subject = named(SUBJECTS + "OpaqueSubjectId").getConstructor().newInstance();
        set(subject, "setId", id);
        return subject;
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

        /** Whether its receiver asked for such events; one that asked for none in particular wants all. */
        private boolean wants(String type) throws ReflectiveOperationException {
            Object requested = invoke(method(stream, "getEventsRequested", 0), stream);
            return requested == null || ((Set<?>) requested).contains(type);
        }

        /**
         * Keeps an event for it if its receiver wants to be told of whom it is about. Of a device alone only those are told who want
         * to be told of everybody, because a device is on nobody's list.
         *
         * @param decision what {@code txn} is; without it Keycloak chooses one
         */
        void keep(CaepEvent event, About about, Optional<String> decision) throws ReflectiveOperationException {
            Object mapper = mapper();
            Object subject = switch (about) {
                case About.OfSession of -> isAbout(of.user()) ? subject(mapper, of) : null;
                case About.OfDevice of -> subject(of);
            };
            if (subject == null) {
                return;
            }
            Object token = invoke(
                    method(mapper, "generateSyntheticEvent", 4),
                    mapper,
                    stream,
                    event.type(),
                    event.members(),
                    subject);
            if (token != null) {
                if (decision.isPresent()) {
                    set(token, "setTxn", decision.get());
                }
                invoke(method(dispatcher, "dispatchEvent", 2), dispatcher, token, stream);
            }
        }

        /** As Keycloak names a person's session when it ends; nothing for who lacks what the stream names people by. */
        private @Nullable Object subject(Object mapper, About.OfSession of) throws ReflectiveOperationException {
            Event like = new Event();
            like.setUserId(of.user().getId());
            like.setSessionId(of.session());
            like.setDetails(Map.of());
            Object token = invoke(method(mapper, "generateSessionRevokedEvent", 4), mapper, like, null, stream, null);
            if (token == null) {
                return null;
            }
            Object subject = call(token, "getSubjectId");
            for (Map.Entry<String, String> member : of.more().entrySet()) {
                set(subject, setter(member.getKey()), opaque(member.getValue()));
            }
            return subject;
        }

        private static Object subject(About.OfDevice of) throws ReflectiveOperationException {
            Object subject =
                    named(SUBJECTS + "ComplexSubjectId").getConstructor().newInstance();
            set(subject, setter("device"), opaque(of.device()));
            return subject;
        }

        private static String setter(String member) {
            return "set" + Character.toUpperCase(member.charAt(0)) + member.substring(1);
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

    private static void set(Object target, String name, Object value) throws ReflectiveOperationException {
        invoke(method(target, name, 1), target, value);
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
