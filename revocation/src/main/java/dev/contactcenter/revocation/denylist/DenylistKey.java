package dev.contactcenter.revocation.denylist;

import java.io.Serializable;
import java.util.Objects;

/** The place of an entry in the denylist of its realm. */
public final class DenylistKey implements Serializable {

    private static final long serialVersionUID = 1;

    private String realmId = "";
    private long cursor;

    /** For Hibernate. */
    public DenylistKey() {}

    @Override
    public boolean equals(Object other) {
        return other instanceof DenylistKey key && realmId.equals(key.realmId) && cursor == key.cursor;
    }

    @Override
    public int hashCode() {
        return Objects.hash(realmId, cursor);
    }
}
