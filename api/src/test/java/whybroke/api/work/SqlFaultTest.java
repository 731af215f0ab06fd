package whybroke.api.work;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class SqlFaultTest {
    @Test
    void lostConnectionShutdownAndExhaustion_areTheDatabasesFault() {
        for (String state : new String[] {"08006", "08001", "57P01", "57P03", "53300", "53200"}) {
            assertThat(SqlFault.isDown(new SQLException("x", state))).as(state).isTrue();
        }
    }

    @Test
    void whatTheRecordDid_isNotTheDatabasesFault() {
        for (String state : new String[] {"23505", "22001", "42P01", "40P01", null}) {
            assertThat(SqlFault.isDown(new SQLException("x", state))).as(state).isFalse();
        }
        assertThat(SqlFault.isDown(new IllegalArgumentException("a record"))).isFalse();
    }

    @Test
    void fault_isFoundInsideWhateverWrapsIt() {
        SQLException lost = new SQLException("gone", "08006");
        RollbackException rollback = new RollbackException("could not commit");
        rollback.addSuppressed(lost);

        assertThat(SqlFault.isDown(new RuntimeException(new DatabaseException(lost))))
                .isTrue();
        assertThat(SqlFault.isDown(new RuntimeException(rollback))).isTrue();
        assertThat(SqlFault.isDown(new RuntimeException(new SystemException("no log"))))
                .isTrue();
    }

    @Test
    void noConnectionInTime_isTheDatabasesFault() {
        assertThat(SqlFault.isDown(new SQLException("Acquisition timeout while waiting for new connection")))
                .isTrue();
    }

    @Test
    void deadlockAndSerializationFailure_areCollisions() {
        assertThat(SqlFault.isCollision(new DatabaseException(new SQLException("x", "40P01"))))
                .isTrue();
        assertThat(SqlFault.isCollision(new DatabaseException(new SQLException("x", "40001"))))
                .isTrue();
        assertThat(SqlFault.isCollision(new DatabaseException(new SQLException("x", "08006"))))
                .isFalse();
    }

    @Test
    void causesThatGoInCircles_end() {
        RuntimeException one = new RuntimeException("one");
        RuntimeException two = new RuntimeException("two", one);
        one.initCause(two);

        assertThat(SqlFault.isDown(one)).isFalse();
    }
}
