package dev.contactcenter.trail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.regex.Pattern;

/**
 * The last record of a chain so far. Each record's hash is that of its predecessor's hash (32 bytes), its own number (8 bytes, most
 * significant first) and its exact bytes in UTF-8: the hash chain of Schneier and Kelsey, "Secure Audit Logs to Support Computer
 * Forensics", ACM TISSEC 2(2), 1999, without its keys, in whose place checkpoints are signed.
 *
 * @param chain the id of the chain: letters, digits, dots, dashes and underscores
 * @param seq its number; the first record's is 1, and 0 that of a chain without one
 * @param hash its hash, 64 digits of lower case hexadecimal
 */
public record ChainHead(String chain, long seq, String hash) {

    private static final Pattern OTHERS = Pattern.compile("[^A-Za-z0-9._-]");

    /** Of a chain that has no record yet. */
    public static ChainHead before(String chain) {
        return new ChainHead(chain, 0, Hash.before(chain));
    }

    /** The id of a realm's chain: the realm's own, but for what JSON would have to escape. */
    public static String idOf(String realmId) {
        return OTHERS.matcher(realmId).replaceAll("_");
    }

    /** A line that has become a part of its chain. */
    public record Chained(String line, ChainHead head) {}

    /**
     * Takes one record more into the chain.
     *
     * @param record a JSON object with at least one member, without line breaks
     */
    public Chained follow(String record) {
        if (!record.endsWith("}")) {
            throw new IllegalArgumentException("a record that is no JSON object cannot be chained");
        }
        String opened = record.substring(0, record.length() - 1);
        byte[] bytes = opened.getBytes(UTF_8);
        long next = seq + 1;
        String own = new Hash().of(hash, next, bytes, 0, bytes.length);
        String line = opened + ",\"chain\":{\"id\":\"" + chain + "\",\"seq\":" + next + ",\"previous\":\"" + hash
                + "\",\"hash\":\"" + own + "\"}}";
        return new Chained(line, new ChainHead(chain, next, own));
    }
}
