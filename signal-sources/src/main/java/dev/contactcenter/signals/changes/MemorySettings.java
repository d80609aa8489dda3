package dev.contactcenter.signals.changes;

import dev.contactcenter.kit.setting.Setting;
import java.time.Duration;

/** What a source that reads the database can be told about the memory of the servers. */
public final class MemorySettings {

    /** How long the memory answers. */
    public static final Setting<Duration> CACHE_FOR = Setting.duration(
            "cacheFor",
            "Remember for",
            "How long a server answers from its memory before it asks the database again, as an ISO 8601 duration of"
                    + " at most PT1H. What any server stores ends that within a second, so it only bounds what"
                    + " somebody writes into the tables by hand. PT0S asks the database every time.",
            Duration.ofMinutes(15),
            Duration.ZERO,
            Duration.ofHours(1));

    private MemorySettings() {}
}
