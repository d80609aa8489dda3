package dev.contactcenter.language;

import static dev.contactcenter.language.SchemaNode.choice;
import static dev.contactcenter.language.SchemaNode.duration;
import static dev.contactcenter.language.SchemaNode.either;
import static dev.contactcenter.language.SchemaNode.list;
import static dev.contactcenter.language.SchemaNode.map;
import static dev.contactcenter.language.SchemaNode.mapping;
import static dev.contactcenter.language.SchemaNode.matching;
import static dev.contactcenter.language.SchemaNode.text;
import static dev.contactcenter.language.SchemaNode.truth;
import static dev.contactcenter.language.SchemaNode.wholeNumber;
import static dev.contactcenter.language.SchemaNode.words;

import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Signal;
import dev.contactcenter.language.testing.Aspect;
import dev.contactcenter.language.testing.Expected.Outcome;
import java.util.Set;

/** The JSON Schema (2020-12) of a file of tests, for editors. What can be given comes from the engine's own attributes. */
public final class TestsSchema {

    private TestsSchema() {}

    /** The schema, pretty-printed JSON that ends with a line feed. */
    public static String json() {
        return document()
                .toJson(
                        "Contact center policy tests",
                        "urn:contact-center:policy-tests:" + TestsReader.FORMAT.version());
    }

    private static SchemaNode document() {
        return mapping("Tests of a contact center policy. See docs/reference/policy-tests.md.")
                .required(TestsReader.FORMAT.key(), wholeNumber(1, 1).says("The version of this format."))
                .with("policy", text().says("The policy's file; left out: the one beside this file."))
                .with("defaults", given("What every test is given, unless it says otherwise."))
                .required("tests", list(test()));
    }

    private static SchemaNode test() {
        return mapping("A request and the answer that is expected.")
                .required("name", text().says("A sentence that says what the policy promises."))
                .required("given", given("The request."))
                .required("expect", expect());
    }

    private static SchemaNode given(String meaning) {
        SchemaNode given = mapping(meaning)
                .with("user", user())
                .with("service", text().says("The client that asks for itself, in place of a user."))
                .with("mode", text().says("The mode asked for; left out: none."))
                .with("actions", list(matching(Names.TOKEN)).says("The actions asked for."))
                .with("continues", continues())
                .with("now", text().says("The moment of the request, as 2026-11-22T10:00:00Z."));
        FactsReader.told().forEach(signal -> given.with(signal.label(), signal(signal)));
        return given;
    }

    private static SchemaNode continues() {
        return mapping("That it is about an established session; left out: something is asked for anew.")
                .required(
                        ContinuityReader.GRANTED,
                        list(matching(Names.TOKEN)).says("The actions that the session had until now."))
                .with(
                        ContinuityReader.SINCE,
                        duration().says("How long ago it was found that rules no longer permit them; left out: now."));
    }

    private static SchemaNode user() {
        return mapping("The person who asks.")
                .with("id", text().says("Decides about rollouts; left out: " + GivenReader.SOMEBODY + "."))
                .with("roles", list(text()).says("Realm roles."))
                .with("groups", list(matching(Names.GROUP)).says("Paths; the groups above them are implied."));
    }

    private static SchemaNode signal(Signal signal) {
        SchemaNode told = mapping("Told by " + signal.source() + ".");
        FactsReader.attributes(signal)
                .forEach(attribute ->
                        told.with(FactsReader.key(attribute), value(attribute).says(attribute.meaning())));
        if (signal.isObserved()) {
            told.with(FactsReader.OBSERVED, duration().says("How long ago; left out: now."));
            told.with(
                    FactsReader.MISSING,
                    words(FactsReader.HAVING_LAST_KNOWN)
                            .says("Why it tells nothing now; the rest is what it told last."));
        }
        if (signal == Signal.NETWORK) {
            told.with(FactsReader.ADDRESS, text().says("Looked up in the policy's zones, in place of zone."));
        }
        if (signal == Signal.AUTH) {
            told.with(FactsReader.PROVEN, map(duration()).says("Levels, and how long ago each was proven."));
        }
        return either(told, words(FactsReader.absences()).says("Why nothing is told."));
    }

    private static SchemaNode value(Attribute attribute) {
        return switch (attribute.kind()) {
            case TEXT, TIME -> text();
            case WORD -> attribute.vocabulary().isEmpty() ? text() : words(attribute.vocabulary());
            case TEXTS -> list(text());
            case NUMBER -> wholeNumber(0, Integer.MAX_VALUE);
            case TRUTH -> truth();
            case DURATION -> duration();
        };
    }

    private static SchemaNode expect() {
        return mapping("What the answer must be. What is not named is not looked at.")
                .required("outcome", choice(Outcome.class))
                .with("acr", text().says("The level that a step-up demands."))
                .with("maxAge", boundOrNone().says("How old its proof may be."))
                .with("reason", text().says("The code of a denial."))
                .with("obligations", obligations())
                .with("rules", list(text()).says("Exactly the rules that shaped the outcome."))
                .with("unanswered", list(text()).says("Those of them whose condition cannot be answered."))
                .with("excused", list(text()).says("Exactly the rules that an exception excused from."))
                .with("wouldBe", map(choice(Outcome.class)).says("Exactly what rules that only report would do."))
                .with("mode", text().says("The mode that was settled, or none."))
                .with("breakGlass", truth().says("Whether the user is a break-glass account."))
                .with("degraded", truth().says("Whether something that the rules asked about is missing."));
    }

    private static SchemaNode obligations() {
        return mapping("What the permit is bound to.")
                .with("tokenLifespan", boundOrNone().says("How long a token lives at most."))
                .with("sessionMax", boundOrNone().says("How long after its sign-in the session ends."))
                .with("sessionIdle", boundOrNone().says("How long the session rests at most."))
                .with("freshFor", boundOrNone().says("How long the proof stays fresh enough."))
                .with("maskFields", list(matching(Names.FIELD)).says("Exactly the fields that are not shown."))
                .with(
                        "rateLimit",
                        either(wholeNumber(1, Rates.MOST_PER_MINUTE), words(Set.of(Aspect.NONE)))
                                .says("Requests per minute."))
                .with("fields", map(list(matching(Names.FIELD))).says("Exactly the fields, by resource."))
                .with(
                        "datasets",
                        either(list(matching(Names.FIELD)), words(Set.of(Aspect.NONE)))
                                .says("Exactly the sets of data."))
                .with(
                        "rowLimit",
                        either(wholeNumber(1, DataReader.MOST_ROWS), words(Set.of(Aspect.NONE)))
                                .says("Rows per query."));
    }

    private static SchemaNode boundOrNone() {
        return either(duration(), words(Set.of(Aspect.NONE)));
    }
}
