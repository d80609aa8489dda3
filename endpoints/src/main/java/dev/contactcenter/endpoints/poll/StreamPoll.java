package dev.contactcenter.endpoints.poll;

import dev.contactcenter.endpoints.receiver.Receipt;
import dev.contactcenter.endpoints.receiver.SetReceiver;
import dev.contactcenter.endpoints.receiver.StreamBook;
import dev.contactcenter.endpoints.streams.Credentials;
import dev.contactcenter.endpoints.streams.Delivery;
import dev.contactcenter.endpoints.streams.EventStream;
import dev.contactcenter.endpoints.streams.EventStreams;
import dev.contactcenter.endpoints.transmitter.AccessTokens;
import dev.contactcenter.endpoints.transmitter.Call;
import dev.contactcenter.endpoints.transmitter.TransmitterClient;
import dev.contactcenter.endpoints.transmitter.Vaulted;
import dev.contactcenter.kit.http.BackOff;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.http.impl.client.CloseableHttpClient;
import org.jboss.logging.Logger;
import org.keycloak.common.util.Time;
import org.keycloak.connections.httpclient.HttpClientProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Polls one stream until it has nothing more. No transaction is open while the transmitter is waited for, and a token is
 * acknowledged with the poll after the one that brought it: when what follows from it is committed.
 */
final class StreamPoll {

    private static final Logger LOG = Logger.getLogger(StreamPoll.class);
    private static final int MOST_EVENTS = 50;
    private static final int MOST_BYTES = MOST_EVENTS * SetReceiver.MOST_CHARACTERS + 64 * 1024;
    private static final int MOST_ROUNDS = 20;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final Duration LEASE_MARGIN = Duration.ofSeconds(30);
    private static final int MOST_DOUBLINGS = 12;

    private final KeycloakSessionFactory factory;
    private final String streamId;
    private final BackOff backOff;
    private final AccessTokens tokens;

    StreamPoll(KeycloakSessionFactory factory, String streamId, BackOff backOff, AccessTokens tokens) {
        this.factory = factory;
        this.streamId = streamId;
        this.backOff = backOff;
        this.tokens = tokens;
    }

    /**
     * What is polled, read out of the database.
     *
     * @param credentials with their secret
     * @param failures of the last polls
     */
    private record Work(
            String realmId,
            EventStream stream,
            Delivery.Poll poll,
            Credentials credentials,
            CloseableHttpClient client,
            int failures) {

        Duration lease() {
            // Two requests for a token and two for the poll itself, at most.
            return stream.timeout()
                    .multipliedBy(4)
                    .plus(poll.patience().multipliedBy(2))
                    .plus(LEASE_MARGIN);
        }
    }

    void run() {
        claim().ifPresent(work -> {
            Instant next;
            String problem = "";
            try {
                poll(work);
                next = now().plus(work.poll().patience().isZero() ? work.poll().interval() : Duration.ZERO);
            } catch (IOException | RuntimeException failed) {
                problem = String.valueOf(failed.getMessage());
                next = now().plus(pause(work));
                log(work, problem, failed);
            }
            String told = problem;
            Instant at = next;
            inTransaction(session -> new StreamBook(session).polled(streamId, told, now(), at));
        });
    }

    private static void log(Work work, String problem, Exception failed) {
        String line = "The stream '%s' could not be polled and is polled again later: %s";
        if (failed instanceof RuntimeException) {
            LOG.errorf(failed, line, work.stream().name(), problem);
        } else if (work.failures() == 0) {
            LOG.warnf(line, work.stream().name(), problem);
        }
    }

    private static Duration pause(Work work) {
        Duration doubled = work.poll().interval().multipliedBy(1L << Math.min(work.failures(), MOST_DOUBLINGS));
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }

    private Optional<Work> claim() {
        return KeycloakModelUtils.runJobInTransactionWithResult(factory, session -> {
            StreamBook book = new StreamBook(session);
            Optional<String> realmId = book.claim(streamId, now(), now().plus(LEASE_MARGIN));
            Optional<Work> work = realmId.flatMap(realm -> work(session, realm, book.failures(streamId)));
            if (realmId.isPresent() && work.isEmpty()) {
                book.rest(streamId);
            }
            work.ifPresent(claimed -> book.prolong(streamId, now().plus(claimed.lease())));
            return work;
        });
    }

    private Optional<Work> work(KeycloakSession session, String realmId, int failures) {
        return Optional.ofNullable(session.realms().getRealm(realmId)).flatMap(realm -> {
            session.getContext().setRealm(realm);
            return EventStreams.of(realm).stream()
                    .filter(stream -> stream.id().equals(streamId) && stream.inUse() == EventStream.InUse.YES)
                    .findFirst()
                    .flatMap(stream -> stream.delivery() instanceof Delivery.Poll poll
                            ? Optional.of(new Work(
                                    realmId,
                                    stream,
                                    poll,
                                    Vaulted.credentials(session, poll.credentials()),
                                    session.getProvider(HttpClientProvider.class)
                                            .getHttpClient(),
                                    failures))
                            : Optional.empty());
        });
    }

    /** Polls until nothing is left. After a failure one token is asked for at a time, in case they are too large together. */
    private void poll(Work work) throws IOException {
        TransmitterClient transmitter = new TransmitterClient(work.client(), tokens);
        Acknowledgements told = new Acknowledgements();
        boolean waits = !work.poll().patience().isZero();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            boolean immediately = !waits || !told.isEmpty();
            var call = new Call(
                    immediately
                            ? work.stream().timeout()
                            : work.stream().timeout().plus(work.poll().patience()),
                    MOST_BYTES);
            PollAnswer answer = PollAnswer.read(transmitter.post(
                    work.poll().endpoint(),
                    work.credentials(),
                    told.poll(work.failures() == 0 ? MOST_EVENTS : 1, immediately),
                    call));
            told.clear();
            receive(work, answer, told);
            if (told.isEmpty() && !answer.moreAvailable()) {
                return;
            }
            inTransaction(session -> new StreamBook(session).prolong(streamId, now().plus(work.lease())));
        }
    }

    /**
     * Takes in what came. A token that cannot be taken at the moment keeps none of the others from being taken.
     *
     * @throws IOException if there is one, and nothing else that could be told to the transmitter
     */
    private void receive(Work work, PollAnswer answer, Acknowledgements told) throws IOException {
        String postponed = "";
        for (var set : answer.sets().entrySet()) {
            switch (receive(work, set.getKey(), set.getValue())) {
                case Receipt.Taken ignored -> told.take(set.getKey());
                case Receipt.Refused refused -> told.refuse(set.getKey(), refused.error());
                case Receipt.NotNow notNow -> postponed = notNow.why();
            }
        }
        if (!postponed.isEmpty() && told.isEmpty()) {
            throw new IOException(postponed);
        }
    }

    private Receipt receive(Work work, String jti, String set) {
        try {
            return KeycloakModelUtils.runJobInTransactionWithResult(factory, session -> {
                var realm = session.realms().getRealm(work.realmId());
                session.getContext().setRealm(realm);
                return new SetReceiver(session, realm, work.stream(), backOff).receive(jti, set);
            });
        } catch (RuntimeException broken) {
            LOG.errorf(
                    broken,
                    "An event of the stream '%s' could not be taken in",
                    work.stream().name());
            return new Receipt.NotNow("an event could not be taken in, the server's log says why");
        }
    }

    private void inTransaction(Consumer<KeycloakSession> job) {
        KeycloakModelUtils.runJobInTransaction(factory, job::accept);
    }

    private static Instant now() {
        return Instant.ofEpochMilli(Time.currentTimeMillis());
    }
}
