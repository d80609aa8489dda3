package dev.contactcenter.listeners.rendering;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jspecify.annotations.Nullable;

/** JSON on one line that no terminal or log reader takes for more than one, or shows in another order than it has. */
public final class JsonLine {

    private static final JsonMapper JSON = neutral(JsonMapper.builder().build());

    private JsonLine() {}

    /** One line without a line break. */
    public static String of(JsonNode json) {
        try {
            return JSON.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of JSON can always be written, because it was read from JSON", e);
        }
    }

    /** Has a mapper write such lines, and gives it back. */
    public static JsonMapper neutral(JsonMapper mapper) {
        mapper.getFactory().setCharacterEscapes(new Escapes());
        return mapper;
    }

    /** Escapes what does not show as itself: it reads back as the same text (RFC 8259 §7). */
    private static final class Escapes extends CharacterEscapes {

        private static final long serialVersionUID = 1;

        @Override
        public int[] getEscapeCodesForAscii() {
            int[] codes = CharacterEscapes.standardAsciiEscapesForJSON();
            codes[0x7F] = CharacterEscapes.ESCAPE_STANDARD;
            return codes;
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int character) {
            return NeutralText.isHidden(character) ? new SerializedString(String.format("\\u%04X", character)) : null;
        }
    }
}
