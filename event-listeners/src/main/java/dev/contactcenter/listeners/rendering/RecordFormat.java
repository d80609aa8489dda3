package dev.contactcenter.listeners.rendering;

import com.fasterxml.jackson.databind.JsonNode;

/** The formats that a stored record can be delivered in. Each is worked out of the stored record alone, so that it is the same whenever it is asked for. */
public enum RecordFormat {

    /** The stored record itself. */
    DECISION {
        @Override
        public String render(JsonNode storedRecord) {
            return JsonLine.of(storedRecord);
        }
    },

    /** <a href="https://schema.ocsf.io/1.8.0">Open Cybersecurity Schema Framework 1.8.0</a>. */
    OCSF {
        @Override
        public String render(JsonNode storedRecord) {
            return JsonLine.of(OcsfRecord.of(StoredRecord.of(storedRecord)));
        }
    },

    /** <a href="https://www.elastic.co/docs/reference/ecs">Elastic Common Schema</a> 8. */
    ECS {
        @Override
        public String render(JsonNode storedRecord) {
            return JsonLine.of(EcsRecord.of(StoredRecord.of(storedRecord)));
        }
    },

    /** ArcSight Common Event Format, version 0. */
    CEF {
        @Override
        public String render(JsonNode storedRecord) {
            return CefRecord.of(StoredRecord.of(storedRecord));
        }
    };

    /**
     * One line without a line break.
     *
     * @param storedRecord a decision record as it is stored, see docs/reference/decision-records.md
     */
    public abstract String render(JsonNode storedRecord);
}
