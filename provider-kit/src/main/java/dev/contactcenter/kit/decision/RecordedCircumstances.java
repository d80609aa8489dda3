package dev.contactcenter.kit.decision;

import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Evidence;
import dev.contactcenter.engine.request.Evidence.Absence;
import dev.contactcenter.engine.request.Facts;
import dev.contactcenter.engine.request.Observation;
import dev.contactcenter.engine.request.Signal;
import dev.contactcenter.kit.details.ActionDetail;
import dev.contactcenter.kit.details.DetailReader;
import dev.contactcenter.kit.details.DetailReading;
import dev.contactcenter.kit.details.LoginDetails;
import dev.contactcenter.kit.record.Circumstances;
import dev.contactcenter.kit.record.Resource;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Puts what was asked for, and what signals told about the request, into the words of its record. */
final class RecordedCircumstances {

    private RecordedCircumstances() {}

    static Circumstances of(Inquiry inquiry, Duration policy) {
        Facts facts = inquiry.request().facts();
        return new Circumstances(
                resources(inquiry.about()),
                told(facts, Signal.DEVICE),
                told(facts, Signal.NETWORK),
                told(facts, Signal.INTERACTION),
                told(facts, Signal.RISK),
                policy.toNanos() / 1_000);
    }

    private static List<Resource> resources(Map<String, String> about) {
        String details = about.get(LoginDetails.ABOUT_DETAILS);
        return details != null && DetailReader.read(details) instanceof DetailReading.Read(var read)
                ? read.stream()
                        .filter(detail -> !detail.identifier().isEmpty())
                        .map(RecordedCircumstances::resource)
                        .distinct()
                        .toList()
                : List.of();
    }

    private static Resource resource(ActionDetail detail) {
        String action = detail.actions().stream().sorted().findFirst().orElse("");
        return new Resource(action.substring(0, Math.max(0, action.indexOf(':'))), detail.identifier());
    }

    private static Map<String, Object> told(Facts facts, Signal signal) {
        return switch (facts.evidence(signal)) {
            case Evidence.Known<Observation>(Observation observed, Instant at) ->
                told(observed, signal, at, facts.now());
            // That nobody tells of it in this realm is no news.
            case Evidence.Missing<Observation> missing when missing.why() == Absence.NOT_PROVIDED -> Map.of();
            case Evidence.Missing<Observation> missing ->
                Map.of("missing", missing.why().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        };
    }

    private static Map<String, Object> told(Observation observed, Signal signal, Instant at, Instant now) {
        Map<String, Object> told = new HashMap<>();
        observed.values().forEach((attribute, value) -> told.put(name(attribute), value));
        if (signal != Signal.NETWORK) {
            told.put("age_seconds", Math.max(0, Duration.between(at, now).toSeconds()));
        }
        return told;
    }

    private static String name(Attribute attribute) {
        return attribute.path().substring(attribute.path().indexOf('.') + 1);
    }
}
