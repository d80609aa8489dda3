package dev.contactcenter.mappers.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The scope of a refresh")
class RequestedScopeTest {

    @ParameterizedTest(name = "of a token for ''{0}'', asked for ''{1}'', is ''{2}''")
    @CsvSource(
            nullValues = "none",
            value = {
                "openid queue:monitor,                none,                              openid queue:monitor",
                "openid queue:monitor,                '',                                openid queue:monitor",
                "openid queue:monitor recording:play, openid recording:play,             openid recording:play",
                "openid queue:monitor,                openid queue:monitor recording:play, openid queue:monitor",
                "openid,                              recording:play,                    ''",
                "none,                                recording:play,                    ''",
            })
    void is_never_more_than_the_refresh_token_carries(String granted, String asked, String result) {
        assertThat(RequestedScope.of(granted, asked).text()).isEqualTo(result);
    }

    @Test
    void loses_what_is_withheld() {
        var scope = new RequestedScope(List.of("openid", "queue:monitor", "recording:play"));

        assertThat(scope.without(List.of("recording:play")).text()).isEqualTo("openid queue:monitor");
    }
}
