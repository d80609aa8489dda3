package dev.contactcenter.kit.setting;

/** A stored setting that is there but cannot be used. It is never replaced by the default: the typing error would loosen. */
public final class InvalidSettingException extends RuntimeException {

    private final String key;

    InvalidSettingException(String key, String problem) {
        super("Setting '" + key + "' cannot be used: " + problem);
        this.key = key;
    }

    /** The key of the setting. */
    public String key() {
        return key;
    }
}
