package dev.contactcenter.language;

/**
 * The key by which a document says what it is.
 *
 * @param version as the document writes it, a number
 */
record Format(String key, String version) {

    /** Whether a document may be read on: of one of another format it cannot be told what is wrong with it. */
    boolean isReadable(Node.Mapping root, Findings findings) {
        Node.Entry format = root.entries().get(key);
        if (format == null || (format.value() instanceof Node.Scalar scalar && isOurs(scalar))) {
            return true;
        }
        findings.error(format.value().place(), "this format version cannot be read", "write " + example());
        return false;
    }

    private boolean isOurs(Node.Scalar scalar) {
        return scalar.kind() == Node.Kind.NUMBER && scalar.text().equals(version);
    }

    /** A document that does not say it is told to. */
    void require(Fields fields) {
        fields.require(key, example());
    }

    private String example() {
        return key + ": " + version;
    }
}
