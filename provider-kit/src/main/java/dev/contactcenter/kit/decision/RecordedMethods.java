package dev.contactcenter.kit.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Tells what a session was authenticated with, in the words of <a href="https://www.rfc-editor.org/rfc/rfc8176">RFC 8176</a> §2. */
final class RecordedMethods {

    private RecordedMethods() {}

    /**
     * The methods, sorted. A passkey that verified its user is two factors in one: its key, and a PIN or a finger.
     *
     * @param password whether the weakest level was proven, which is the password
     * @param passkey facts of the passkey used last; empty if none was
     */
    static List<String> of(boolean password, Map<String, String> passkey) {
        List<String> methods = new ArrayList<>();
        if (!passkey.isEmpty()) {
            methods.add(Boolean.parseBoolean(passkey.get("backup_eligible")) ? "swk" : "hwk");
            methods.add("user");
        }
        if (password) {
            methods.add("pwd");
        }
        if (!passkey.isEmpty() && (password || Boolean.parseBoolean(passkey.get("uv")))) {
            methods.add("mfa");
        }
        return methods.stream().sorted().toList();
    }
}
