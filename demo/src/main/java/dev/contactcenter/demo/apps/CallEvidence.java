package dev.contactcenter.demo.apps;

import com.nimbusds.oauth2.sdk.rar.Action;
import com.nimbusds.oauth2.sdk.rar.AuthorizationDetail;
import com.nimbusds.oauth2.sdk.rar.AuthorizationType;
import java.util.List;

/** The recording of one call as evidence: what is asked for in detail, and where it is. */
final class CallEvidence {

    private CallEvidence() {}

    /** The call that a recording is of. */
    static String interaction(String recording) {
        return "call-" + recording;
    }

    static AuthorizationDetail of(String recording) {
        return new AuthorizationDetail.Builder(new AuthorizationType("contact_center_action"))
                .actions(List.of(new Action("recording:play")))
                .field("interaction", interaction(recording))
                .build();
    }

    static String path(String recording) {
        return "/evidence/" + interaction(recording) + "/audio";
    }
}
