package dev.contactcenter.kit.setting;

/** A stored setting that is there but cannot be used. It is never replaced by the default: the typing error would loosen. */
public final class InvalidSettingException extends RuntimeException {

    private final String key;

    /**
     * One that a parser, which sees nothing but this setting, cannot find; what a parser finds, {@link Setting#from} tells.
     *
     * @param problem what is wrong and what would be right, as the rest of a sentence
     */
    public InvalidSettingException(String key, String problem) {
        super("Setting '" + key + "' cannot be used: " + problem);
        this.key = key;
    }

    /** The key of the setting. */
    public String key() {
        return key;
    }
}
