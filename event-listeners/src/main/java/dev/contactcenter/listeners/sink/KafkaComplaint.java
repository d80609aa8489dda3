package dev.contactcenter.listeners.sink;

import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;

/** What the client or a broker has to say, in their own words. */
final class KafkaComplaint {

    private KafkaComplaint() {}

    /** Whether that one message will never be taken, however often it is offered. */
    static boolean isAboutTheMessage(Exception why) {
        return why instanceof RecordTooLargeException || why instanceof InvalidRecordException;
    }

    /** Without a full stop, because it is put into sentences. */
    static String of(Exception why) {
        Set<String> words = new LinkedHashSet<>();
        if (why instanceof TimeoutException && why.getCause() == null) {
            // The client only tells what it waited for.
            words.add("no broker answers in time");
        }
        for (Throwable cause = why; cause != null; cause = cause.getCause()) {
            words.add(String.valueOf(cause.getMessage()).strip().replaceAll("\\.$", ""));
        }
        return String.join(": ", words);
    }
}
