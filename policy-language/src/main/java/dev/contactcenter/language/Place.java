package dev.contactcenter.language;

/**
 * Where in the document something stands.
 *
 * @param path as {@link Problem#path()}
 * @param line 1-based
 * @param column 1-based
 * @param length as {@link Problem#length()}
 */
record Place(String path, int line, int column, int length) {

    /** A place of which only the beginning is known. */
    Place(String path, int line, int column) {
        this(path, line, column, 1);
    }

    /** The document as a whole: no line of it says more than the message. */
    static Place ofDocument() {
        return new Place("", 1, 1, 0);
    }

    /** The same beginning, with what is known of how far it reaches. */
    Place reaching(int characters) {
        return new Place(path, line, column, Math.max(1, characters));
    }

    /** The same beginning, however far it reaches. */
    Place start() {
        return new Place(path, line, column);
    }

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
