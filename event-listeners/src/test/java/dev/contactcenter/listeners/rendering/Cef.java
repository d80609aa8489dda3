package dev.contactcenter.listeners.rendering;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the Common Event Format as its readers do: a bar without a backslash ends a header field, and a word before an equals sign without one begins a value. */
final class Cef {

    private static final Pattern KEY = Pattern.compile("(?:^| )([A-Za-z0-9_.]+)=");

    private Cef() {}

    static List<String> header(String line) {
        return fields(line).subList(0, 7);
    }

    static Map<String, String> extension(String line) {
        String extension = fields(line).get(7);
        Map<String, String> told = new TreeMap<>();
        Matcher key = KEY.matcher(extension);
        String open = "";
        int from = 0;
        while (key.find()) {
            if (!open.isEmpty()) {
                told.put(open, extension.substring(from, key.start()));
            }
            open = key.group(1);
            from = key.end();
        }
        told.put(open, extension.substring(from));
        return told;
    }

    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        for (int at = 0; at < line.length(); at++) {
            char character = line.charAt(at);
            if (fields.size() == 7) {
                field.append(character);
            } else if (character == '\\') {
                at++;
                field.append(line.charAt(at));
            } else if (character == '|') {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(character);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
