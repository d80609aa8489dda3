package dev.contactcenter.authenticators.access;

import dev.contactcenter.kit.details.ActionDetail;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What is asked for in detail, as a page shows it to the person (RFC 9396 §4). */
public final class ShownDetails {

    private ShownDetails() {}

    /** For a template: lists of names and texts, empty where nothing is named. */
    public static List<Map<String, Object>> of(Collection<ActionDetail> details) {
        return details.stream()
                .map(detail -> Map.<String, Object>of(
                        "actions", detail.actions().stream().sorted().toList(),
                        "interaction", detail.interaction(),
                        "identifier", detail.identifier(),
                        "fields", detail.fields().stream().sorted().toList()))
                .toList();
    }
}
