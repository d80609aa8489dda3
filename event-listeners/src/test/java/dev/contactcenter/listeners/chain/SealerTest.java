package dev.contactcenter.listeners.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

@DisplayName("A sealer")
final class SealerTest {

    private final List<List<Object>> asked = new ArrayList<>();

    @Test
    void locks_before_it_reads_anything_so_that_repeatable_reads_begin_when_no_other_seals() {
        EntityManager database = stub(EntityManager.class, (proxy, method, arguments) -> {
            asked.add(Arrays.asList(arguments));
            throw new UnsupportedOperationException("The first is enough");
        });
        JpaConnectionProvider connection = stub(JpaConnectionProvider.class, (proxy, method, arguments) -> database);
        KeycloakSession session = stub(KeycloakSession.class, (proxy, method, arguments) -> connection);

        assertThatThrownBy(() -> new Sealer(Duration.ofMinutes(1), ServerShare.OTHERS).seal(session))
                .isInstanceOf(UnsupportedOperationException.class);

        assertThat(asked)
                .containsExactly(List.of(ChainEntity.class, ChainEntity.COUNTER, LockModeType.PESSIMISTIC_WRITE));
    }

    private static <T> T stub(Class<T> type, InvocationHandler answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers));
    }
}
