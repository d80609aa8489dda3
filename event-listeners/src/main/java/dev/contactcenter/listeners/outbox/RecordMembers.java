package dev.contactcenter.listeners.outbox;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes members of an object, those that are empty left out. One by one and not by reflection on records, which took longer than all
 * else that recording a decision takes.
 */
final class RecordMembers {

    private final JsonGenerator out;

    RecordMembers(JsonGenerator out) {
        this.out = out;
    }

    /** What an object has, or an element of a list. */
    @FunctionalInterface
    interface Content<T> {
        void write(T value) throws IOException;
    }

    RecordMembers text(String name, String value) throws IOException {
        if (!value.isEmpty()) {
            out.writeStringField(name, value);
        }
        return this;
    }

    RecordMembers flag(String name, boolean value) throws IOException {
        out.writeBooleanField(name, value);
        return this;
    }

    RecordMembers texts(String name, Collection<String> values) throws IOException {
        return list(name, values, out::writeString);
    }

    /** A list of objects. */
    <T> RecordMembers objects(String name, Collection<T> values, Content<T> members) throws IOException {
        return list(name, values, value -> object(value, members));
    }

    private <T> RecordMembers list(String name, Collection<T> values, Content<T> element) throws IOException {
        if (!values.isEmpty()) {
            out.writeArrayFieldStart(name);
            for (T value : values) {
                element.write(value);
            }
            out.writeEndArray();
        }
        return this;
    }

    /** An object, also if it has no members. */
    <T> RecordMembers object(String name, T value, Content<T> members) throws IOException {
        out.writeFieldName(name);
        object(value, members);
        return this;
    }

    private <T> void object(T value, Content<T> members) throws IOException {
        out.writeStartObject();
        members.write(value);
        out.writeEndObject();
    }

    /** Sorted: the iteration order of an immutable map changes with every start of the server. */
    RecordMembers map(String name, Map<String, ?> values) throws IOException {
        if (!values.isEmpty()) {
            out.writeObjectFieldStart(name);
            for (Map.Entry<String, ?> value : new TreeMap<>(values).entrySet()) {
                out.writeFieldName(value.getKey());
                value(value.getValue());
            }
            out.writeEndObject();
        }
        return this;
    }

    private void value(Object value) throws IOException {
        switch (value) {
            case String text -> out.writeString(text);
            case Long number -> out.writeNumber(number);
            default -> out.writePOJO(value);
        }
    }

    /** A number that counts from 1 on. */
    RecordMembers number(String name, long value) throws IOException {
        if (value != 0) {
            out.writeNumberField(name, value);
        }
        return this;
    }
}
