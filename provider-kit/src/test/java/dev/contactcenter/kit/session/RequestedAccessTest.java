package dev.contactcenter.kit.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.kit.policy.AcrLevels;
import dev.contactcenter.kit.policy.PolicyInForce;
import dev.contactcenter.language.PolicyDocument;
import dev.contactcenter.language.Reading;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The scopes of a request")
class RequestedAccessTest {

    private static final String POLICY = """
            contactCenterPolicy: 1
            revision: test
            assurance: [password]
            unmanagedScopes: ["payments:*"]
            actions: { record:view: { tier: 0 } }
            modes: { agent: { roles: [agent], actions: [record:view] } }
            """;

    private static final PolicyInForce ACTIVE = active();

    @Test
    void are_modes_actions_and_what_is_none_of_the_policys_business() {
        assertThat(RequestedAccess.ofNames(
                        List.of("openid", "mode:agent", "record:view", "payments:read", "profile"), ACTIVE))
                .isEqualTo(new RequestedAccess(Set.of("agent"), Set.of("record:view")));
    }

    @Test
    void count_as_actions_where_they_have_the_shape_and_nobody_knows_them() {
        assertThat(RequestedAccess.ofNames(List.of("recording:delete"), ACTIVE).actions())
                .containsExactly("recording:delete");
    }

    @Test
    void are_all_taken_for_actions_where_no_policy_can_tell() {
        var unusable = new PolicyInForce.Unusable("it was deleted");

        assertThat(RequestedAccess.ofNames(List.of("payments:read", "openid"), unusable)
                        .actions())
                .containsExactly("payments:read");
    }

    @Test
    void are_left_alone_in_a_realm_without_the_pack() {
        assertThat(RequestedAccess.ofNames(List.of("payments:read"), new PolicyInForce.NotGoverned())
                        .isNothing())
                .isTrue();
    }

    private static PolicyInForce active() {
        return switch (PolicyDocument.read(POLICY)) {
            case Reading.Valid valid -> new PolicyInForce.Active(valid.policy(), new AcrLevels(Map.of("password", 1)));
            case Reading.Invalid invalid ->
                throw new AssertionError(invalid.problems().toString());
        };
    }
}
