package dev.contactcenter.language;

import static dev.contactcenter.language.SchemaNode.choice;
import static dev.contactcenter.language.SchemaNode.duration;
import static dev.contactcenter.language.SchemaNode.list;
import static dev.contactcenter.language.SchemaNode.map;
import static dev.contactcenter.language.SchemaNode.mapping;
import static dev.contactcenter.language.SchemaNode.matching;
import static dev.contactcenter.language.SchemaNode.text;
import static dev.contactcenter.language.SchemaNode.truth;
import static dev.contactcenter.language.SchemaNode.wholeNumber;

import dev.contactcenter.engine.network.Zone;
import dev.contactcenter.engine.policy.Enforcement;
import dev.contactcenter.engine.policy.Response;
import dev.contactcenter.engine.policy.Rule;
import dev.contactcenter.engine.request.Evidence.Absence;
import dev.contactcenter.engine.request.Signal;

/**
 * The JSON Schema (2020-12) of a policy document, for editors: names of keys, their types, and what they mean.
 *
 * <p>It says less than the reader does: whether an action that a rule names is declared, no schema can tell. A test holds
 * it to the keys that the reader knows.
 */
public final class PolicySchema {

    private PolicySchema() {}

    /** The schema, pretty-printed JSON that ends with a line feed. */
    public static String json() {
        return document()
                .toJson("Contact center policy", "urn:contact-center:policy:" + DocumentReader.FORMAT.version());
    }

    private static SchemaNode document() {
        return mapping("A realm's contact center policy. See docs/reference/policy.md.")
                .required(
                        DocumentReader.FORMAT.key(),
                        wholeNumber(1, 1).says("The version of this format, not of your policy."))
                .required("revision", matching(Names.REVISION).says("Your label, recorded with every decision."))
                .with("enforcement", choice(Enforcement.class).says("The switch over everything."))
                .with("rollout", rollout("Who it is enforced for; for everybody else it only reports."))
                .with("continuity", continuity())
                .with("zones", map(Names.PLAIN, zone()).says("Names for networks, which conditions call network.zone."))
                .with("signals", signals())
                .with("breakGlass", breakGlass())
                .required("assurance", list(matching(Names.TOKEN)).says("ACR values, weakest first."))
                .with(
                        "unmanagedScopes",
                        list(matching(Names.TOKEN))
                                .says("Scopes like resource:verb, or prefix:*, that are other applications' business."))
                .required("actions", map(Names.ACTION, action()).says("What can be asked for, as resource:verb."))
                .with("modes", map(Names.PLAIN, mode()).says("The hats that people wear, and what each may do."))
                .with("services", map(service()).says("Clients that act for themselves, by client id."))
                .with(
                        "details",
                        map(Names.ACTION, details())
                                .says("Actions that can be asked for of one thing at a time (RFC 9396)."))
                .with("rules", list(rule()).says("What is demanded on top. The strictest wins; order never matters."));
    }

    private static SchemaNode continuity() {
        return mapping("How a session goes on that the rules no longer permit something.")
                .required(
                        "grace",
                        duration()
                                .says("In a live interaction, how long actions that are not privileged go on; at"
                                        + " most an hour. Left out: not at all."));
    }

    private static SchemaNode zone() {
        return mapping("A named network.")
                .required("trust", choice(Zone.Trust.class).says("How much is thought of it."))
                .with("cidrs", list(text()).says("Blocks of addresses, as 10.20.0.0/16; others are kept by the realm."))
                .with("description", text().says("For readers."));
    }

    /** Only what is observed can be missing. */
    private static SchemaNode signals() {
        SchemaNode signals = mapping("What to do when a signal is unknown, stale or its source is down.");
        for (Signal signal : Signal.values()) {
            if (signal.isObserved()) {
                signals.with(
                        signal.label(),
                        mapping("One signal.")
                                .with("maxAge", duration().says("Older counts as stale."))
                                .with("missing", list(missing()).says("By tier of the action.")));
            }
        }
        return signals;
    }

    private static SchemaNode missing() {
        return mapping("One step. It needs at least one of read, require and deny.")
                .required(
                        "tiers",
                        list(wholeNumber(0, ActionsReader.HIGHEST_TIER)).says("Of the action asked for."))
                .with("why", list(choice(Absence.class)).says("Left out: for every reason."))
                .with(
                        "read",
                        text().says("unknown: conditions read the declared unknown value instead. last-known: they read"
                                + " what was known last, for as long as within says."))
                .with("within", duration().says("How long ago what was known last was observed at most."))
                .with("require", requirement())
                .with("deny", denial());
    }

    private static SchemaNode breakGlass() {
        return mapping("Accounts for emergencies; their use is a record of its own.")
                .with("groups", list(text()).says("Paths of groups."))
                .with("roles", list(text()).says("Realm roles."))
                .with("require", requirement())
                .with("limit", limit());
    }

    private static SchemaNode rollout(String meaning) {
        return mapping(meaning)
                .with("groups", list(text()).says("Paths of groups, whose members are in."))
                .with("percent", wholeNumber(0, 100).says("Of all users, always the same ones of a cohort."))
                .with("cohort", text().says("What shares the same users; left out: the rule's id."));
    }

    private static SchemaNode exception() {
        return mapping("Whom the rule spares, until when, and who said so.")
                .with("groups", list(text()).says("Paths of groups."))
                .with("roles", list(text()).says("Realm roles."))
                .with("clients", list(text()).says("Client ids."))
                .with("when", condition())
                .with("until", text().says("A date, as 2027-01-31; the exception ends by itself."))
                .required("reason", text().says("Why."))
                .required("approvedBy", text().says("Who answers for it."));
    }

    private static SchemaNode condition() {
        return text().says("A condition in CEL; left out: always. See docs/reference/conditions.md.");
    }

    private static SchemaNode denial() {
        return mapping("The request is denied.")
                .required("reason", matching(EffectsReader.REASON).says("A code of your own."));
    }

    private static SchemaNode limit() {
        return mapping("What a permit is bound to.")
                .with("when", condition())
                .with("tokenLifespan", duration().says("How long a token with the action lives at most."))
                .with("sessionMax", duration().says("How long after its sign-in the session ends at the latest."))
                .with("sessionIdle", duration().says("How long the session rests at most before it ends."))
                .with("maskFields", list(matching(Names.FIELD)).says("Fields that are not shown."))
                .with("rateLimit", wholeNumber(1, Rates.MOST_PER_MINUTE).says("Requests per minute."))
                .with("datasets", list(matching(Names.FIELD)).says("Sets of data that may be queried, and no others."))
                .with("rowLimit", wholeNumber(1, DataReader.MOST_ROWS).says("Rows per query."));
    }

    private static SchemaNode action() {
        return mapping("One thing that may be done to a resource.")
                .required(
                        "tier", wholeNumber(0, ActionsReader.HIGHEST_TIER).says("Sensitivity, 0 everyday, 3 highest."))
                .with("privileged", truth().says("Whether each decision about it is a privileged access event."))
                .with(
                        "audience",
                        list(text()).says("Resource servers (client ids), one of which must be in the token's aud."))
                .with("description", text().says("For readers."));
    }

    private static SchemaNode mode() {
        return mapping("Requested as the scope mode:<name>; a session has exactly one.")
                .required("roles", list(text()).says("Realm roles, any of which makes a person eligible."))
                .with("groups", list(text()).says("Paths of groups, one of which the person must be in as well."))
                .with(
                        "when",
                        text().says("A condition in CEL that must be known to hold; left out: always. It cannot"
                                + " ask about auth, action or resource."))
                .required("actions", list(matching(Names.ACTION)).says("What the mode grants; no wildcards."))
                .with("datasets", list(matching(Names.FIELD)).says("Sets of data that it may query; left out: all."));
    }

    private static SchemaNode service() {
        return mapping("A client with client credentials. It has no mode and cannot step up.")
                .required("actions", list(matching(Names.ACTION)).says("What it is granted; no wildcards."))
                .with(
                        "fields",
                        map(list(matching(Names.FIELD)))
                                .says("By resource, the fields that it may read and write; left out: all."))
                .with("tokenLifespan", duration().says("How long its tokens live at most."))
                .with("rateLimit", wholeNumber(1, Rates.MOST_PER_MINUTE).says("Requests per minute."))
                .with("tokenRate", wholeNumber(1, Rates.MOST_PER_MINUTE).says("Tokens issued per minute."));
    }

    private static SchemaNode details() {
        SchemaNode justification = mapping("The person has to type why, which is recorded.")
                .with("least", wholeNumber(1, Justification.MOST_CHARACTERS).says("Characters, 10 if left out."))
                .with("most", wholeNumber(1, Justification.MOST_CHARACTERS).says("Characters, 500 if left out."));
        SchemaNode approval = mapping("Somebody else has to approve.")
                .required("by", matching(Names.ACTION).says("The action that whoever approves asks for in detail."))
                .with("within", duration().says("How long a request waits, PT3M if left out."));
        return mapping("On what terms.")
                .with("fields", list(matching(Names.FIELD)).says("Fields that the request may be narrowed to."))
                .with("justification", justification)
                .with("approval", approval)
                .with("use", choice(DetailTerms.Use.class).says("once: a token is used up by the first who asks."));
    }

    private static SchemaNode rule() {
        return mapping("One demand. It needs at least one of require, deny and limit.")
                .required("id", matching(Names.PLAIN).says("Its name in records; unique."))
                .with("description", text().says("For readers."))
                .with("state", choice(Rule.State.class).says("report-only: recorded, but nobody notices."))
                .with(
                        "modes",
                        list(matching(Names.PLAIN)).says("The modes it applies in; left out: all, and services."))
                .with(
                        "actions",
                        list(matching(Names.ACTIONS)).says("Actions, resource:* or *; left out: every request."))
                .with("rollout", rollout("Who it is enforced for; for everybody else it only reports."))
                .with("when", condition())
                .with("except", list(exception()).says("Time-boxed, approved exceptions."))
                .with(
                        "onViolation",
                        choice(Response.class)
                                .says("What an established session loses when the rule refuses something; downscope"
                                        + " if left out."))
                .with("require", requirement())
                .with("deny", denial())
                .with("limit", limit());
    }

    private static SchemaNode requirement() {
        return mapping("What must have been proven.")
                .required("acr", matching(Names.TOKEN).says("One of the levels under assurance."))
                .with("maxAge", duration().says("How long ago at most."));
    }
}
