package dev.contactcenter.language;

/**
 * Where in the document something stands.
 *
 * @param path as {@link Problem#path()}
 * @param line 1-based
 * @param column 1-based
 */
record Place(String path, int line, int column) {

    /** The path of a key below a path; a key that would make it ambiguous is quoted. */
    static String below(String path, String key) {
        if (key.isEmpty() || key.chars().anyMatch(c -> c <= ' ' || c == '.' || c == '[' || c == '"')) {
            return path + "[" + Quoted.of(key) + "]";
        }
        return path.isEmpty() ? Quoted.shortened(key) : path + "." + Quoted.shortened(key);
    }

    /** The path of an item of the list at a path. */
    static String item(String path, int index) {
        return path + "[" + index + "]";
    }
}
