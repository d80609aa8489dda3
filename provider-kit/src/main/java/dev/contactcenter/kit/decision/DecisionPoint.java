package dev.contactcenter.kit.decision;

import dev.contactcenter.engine.decision.Decision;
import dev.contactcenter.engine.decision.Grounds;
import dev.contactcenter.engine.decision.Reason;
import dev.contactcenter.engine.request.AccessRequest;
import dev.contactcenter.engine.request.Assurance;
import dev.contactcenter.engine.request.Facts;
import dev.contactcenter.engine.request.Signal;
import dev.contactcenter.engine.request.Subject;
import dev.contactcenter.kit.network.ZoneTable;
import dev.contactcenter.kit.policy.PolicyInForce;
import dev.contactcenter.kit.policy.PolicyProvider;
import dev.contactcenter.kit.record.DecisionRecord;
import dev.contactcenter.kit.record.DecisionRecorder;
import dev.contactcenter.kit.record.DecisionRecorder.Keep;
import dev.contactcenter.kit.session.AskingClient;
import dev.contactcenter.kit.session.LimitedSession;
import dev.contactcenter.kit.session.ProvenLevels;
import dev.contactcenter.kit.session.SessionFacts;
import dev.contactcenter.kit.session.Signals;
import dev.contactcenter.kit.session.Subjects;
import dev.contactcenter.kit.signal.Asker;
import dev.contactcenter.kit.signal.Gathered;
import dev.contactcenter.kit.signal.Gathering;
import dev.contactcenter.kit.signal.Occasion;
import dev.contactcenter.kit.signal.Sender;
import dev.contactcenter.kit.signal.Trace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;

/** The one call that decides and records. */
public final class DecisionPoint {

    private static final String POINT = "contact-center.decision-point";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final PolicyInForce policy;
    private final Instant now = Instant.ofEpochMilli(Time.currentTimeMillis());
    private final Map<String, Subject> subjects = new HashMap<>();
    private final Map<Asked, Gathered> gathered = new HashMap<>();
    private final List<Weighed> weighed = new ArrayList<>();
    private @Nullable ZoneTable zones;
    private Asker asker;
    private Duration weighing = Duration.ZERO;

    private DecisionPoint(KeycloakSession session, RealmModel realm, PolicyInForce policy) {
        this.session = session;
        this.realm = realm;
        this.policy = policy;
        this.asker = Asker.of(session);
    }

    /** The decision point of the realm that the current request is about; one for the whole request. */
    public static DecisionPoint of(KeycloakSession session) {
        RealmModel realm = session.getContext().getRealm();
        DecisionPoint known = session.getAttribute(POINT, DecisionPoint.class);
        if (known != null && known.realm.getId().equals(realm.getId())) {
            return known;
        }
        var point = new DecisionPoint(
                session, realm, session.getProvider(PolicyProvider.class).inForce(realm));
        session.setAttribute(POINT, point);
        return point;
    }

    /** The request that it belongs to. */
    public KeycloakSession keycloak() {
        return session;
    }

    /** The policy that this point decides by. */
    public PolicyInForce policy() {
        return policy;
    }

    /** The revision of the policy in force; empty if none is. */
    public String revision() {
        return switch (policy) {
            case PolicyInForce.Active active -> active.policy().policy().revision();
            case PolicyInForce.Unusable ignored -> "";
            case PolicyInForce.NotGoverned ignored -> "";
        };
    }

    /**
     * The moment that ages are counted from, by Keycloak's clock: one for the whole request. With one for each decision, a proof
     * could be recent where the scopes of a token are chosen and too old where the same token is checked, and the request would
     * be refused in place of being answered with less.
     */
    public Instant now() {
        return now;
    }

    /** Who somebody is. Roles and groups are worked out once in a request, however often it decides. */
    public Subject subject(UserModel user) {
        return subjects.computeIfAbsent(user.getId(), ignored -> Subjects.of(realm, user));
    }

    /** A session and the limits that rules of the policy set on it. */
    public LimitedSession limited(UserSessionModel of) {
        return LimitedSession.of(session, of, () -> bindsPerson(of.getUser()), now());
    }

    private boolean bindsPerson(UserModel user) {
        Subject who = subject(user);
        return who instanceof Subject.Person && policy.binds(who);
    }

    /** What a session proved, in the policy's words; nothing where no policy gives the words. */
    public Assurance assurance(ProvenLevels proven) {
        return switch (policy) {
            case PolicyInForce.Active active -> proven.assurance(active.levels(), now());
            case PolicyInForce.Unusable ignored -> Assurance.NONE;
            case PolicyInForce.NotGoverned ignored -> Assurance.NONE;
        };
    }

    /** What is known about a request of this client in a session, beside what the request itself says. */
    public Known facts(AskingClient client, SessionFacts about) {
        ZoneTable zones = zones();
        String address = address(about);
        Gathered gathered = gathered(about, address);
        Facts facts = Signals.gather(now(), zones, address, client, about, gathered.evidence());
        return new Known(
                facts,
                address,
                Stream.concat(gathered.traces().stream(), trace(zones)).toList());
    }

    private ZoneTable zones() {
        ZoneTable known = zones;
        if (known == null) {
            known = session.getProvider(PolicyProvider.class).zones(realm, policy);
            zones = known;
        }
        return known;
    }

    /** Who sent the request. */
    public Asker asker() {
        return asker;
    }

    /** Whose connection the request came on, as far as what is told of this session is concerned. */
    public Sender sender(SessionFacts about) {
        return Sender.of(session, realm, about.notes());
    }

    /** Tells that whoever sent the request shows a token of the person, and is somebody else. */
    public void askedByAnother() {
        asker = Asker.ANOTHER;
    }

    private String address(SessionFacts about) {
        return switch (asker) {
            case PERSON ->
                switch (sender(about)) {
                    case PERSON, SERVICE -> session.getContext().getConnection().getRemoteHost();
                    case APPLICATION -> about.address();
                };
            case ANOTHER -> about.address();
        };
    }

    /** That an address is in no zone says enough; that nobody could tell does not. */
    private static Stream<Trace> trace(ZoneTable zones) {
        return switch (zones) {
            case ZoneTable.Usable ignored -> Stream.empty();
            case ZoneTable.Unusable(String source, String problem) ->
                Stream.of(new Trace(Signal.NETWORK, source, "source-failed", Optional.empty(), problem));
        };
    }

    /**
     * What is known about a request.
     *
     * @param address the network address that it was decided on; empty if none is known
     * @param traces what each source contributed
     */
    public record Known(Facts facts, String address, List<Trace> traces) {}

    /** Whether the realm has a source of a signal, so that it is more than nobody's business when the signal is missing. */
    public boolean asks(Signal signal, SessionFacts about) {
        return gathered(about, address(about)).evidence().containsKey(signal);
    }

    /** Sources are asked once in a request, however often it decides. */
    private Gathered gathered(SessionFacts about, String address) {
        return gathered.computeIfAbsent(
                new Asked(
                        asker,
                        address,
                        about.id(),
                        about.userId(),
                        about.notes().getClass()),
                ignored -> Gathering.of(new Occasion(
                        session, asker, address, realm, now(), about.id(), about.userId(), about.notes())));
    }

    /** What sources were asked about. */
    private record Asked(Asker asker, String address, String session, String user, Class<?> notes) {}

    /**
     * Decides without a record, to find out what would have to be proven. Nothing may be granted on it. What several hooks of a request ask
     * alike is decided once; a decision depends on nothing but what is asked.
     */
    public Decision weigh(AccessRequest request) {
        return switch (policy) {
            case PolicyInForce.Active active ->
                weighed.stream()
                        .filter(known -> known.request().equals(request))
                        .findFirst()
                        .orElseGet(() -> weigh(active, request))
                        .decision();
            case PolicyInForce.Unusable ignored -> unusable();
            case PolicyInForce.NotGoverned ignored -> unusable();
        };
    }

    private Weighed weigh(PolicyInForce.Active active, AccessRequest request) {
        long began = System.nanoTime();
        Decision decision = DecisionSpan.around(session, () -> active.policy().decide(request));
        weighing = weighing.plusNanos(System.nanoTime() - began);
        var known = new Weighed(request, decision);
        weighed.add(known);
        return known;
    }

    /** What was asked, and the answer. */
    private record Weighed(AccessRequest request, Decision decision) {}

    /** Decides and records. */
    public Ruling decide(Inquiry inquiry) {
        return record(inquiry, weigh(inquiry.request()));
    }

    /** Records a decision that the caller made on grounds of its own, such as a step-up that nobody can take. */
    public Ruling record(Inquiry inquiry, Decision decision) {
        return record(inquiry, decision, keep(decision));
    }

    /** The same, where the caller knows whether the request may be rolled back. */
    public Ruling record(Inquiry inquiry, Decision decision, Keep keep) {
        String id = UUID.randomUUID().toString();
        DecisionRecorder recorder = session.getProvider(DecisionRecorder.class);
        if (recorder == null) {
            throw new IllegalStateException(
                    "Nothing can be decided because no decision recorder is installed; is the whole JAR in providers/?");
        }
        DecisionRecord written = new RecordWriter(realm, policy, now()).write(id, decision, inquiry, weighing);
        recorder.record(written, keep);
        if (decision instanceof Decision.Permit && written.grounds().breakGlass()) {
            recorder.record(written.breakGlassUse(UUID.randomUUID().toString()), keep);
        }
        if (inquiry.hook().begins() && !written.grounds().excused().isEmpty()) {
            recorder.record(written.exceptionUse(UUID.randomUUID().toString()), keep);
        }
        DecisionMeters.count(written, weighing);
        weighing = Duration.ZERO;
        if (decision instanceof Decision.Deny deny && deny.reason().equals(Reason.ACTION_UNKNOWN)) {
            session.getProvider(PolicyProvider.class)
                    .tellUnknown(realm, inquiry.request().actions());
        }
        return new Ruling(id, decision, written.assurance().acr());
    }

    /** A refusal often rolls the request back; its record must outlive that. */
    private static Keep keep(Decision decision) {
        return switch (decision) {
            case Decision.Permit ignored -> Keep.WITH_REQUEST;
            case Decision.StepUp ignored -> Keep.WHATEVER_HAPPENS;
            case Decision.Deny ignored -> Keep.WHATEVER_HAPPENS;
        };
    }

    private static Decision unusable() {
        return new Decision.Deny(Reason.NO_VALID_POLICY, Grounds.none(""));
    }
}
