package dev.contactcenter.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contactcenter.trail.ChainReport;
import dev.contactcenter.trail.Finding;
import dev.contactcenter.trail.TrailReport;

/** What came of checking a trail, as JSON. */
final class TrailJson {

    private TrailJson() {}

    static ObjectNode of(TrailReport report, boolean signaturesChecked) {
        ObjectNode told = JsonNodeFactory.instance.objectNode();
        told.put("sound", report.isSound());
        told.put("signatures_checked", signaturesChecked);
        told.put("lines", report.lines());
        told.put("tests", report.tests());
        told.put("found", report.found());
        ArrayNode chains = told.putArray("chains");
        report.chains().forEach(chain -> chains.add(of(chain)));
        ArrayNode findings = told.putArray("findings");
        report.findings().forEach(finding -> findings.add(of(finding)));
        return told;
    }

    private static ObjectNode of(ChainReport chain) {
        ObjectNode told = JsonNodeFactory.instance.objectNode();
        told.put("chain", chain.chain());
        told.put("realm", chain.realm());
        told.put("records", chain.records());
        told.put("first", chain.first());
        told.put("last", chain.last());
        told.put("hash", chain.hash());
        told.put("checkpoints", chain.checkpoints());
        told.put("signed_up_to", chain.signedUpTo());
        told.put("repeated", chain.repeated());
        return told;
    }

    private static ObjectNode of(Finding finding) {
        ObjectNode told = JsonNodeFactory.instance.objectNode();
        told.put("kind", Words.kebab(finding.kind()));
        told.put("chain", finding.chain());
        told.put("seq", finding.seq());
        told.put("record", finding.record());
        told.put("place", finding.place());
        told.put("words", finding.words());
        return told;
    }
}
