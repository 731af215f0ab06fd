package whybroke.server.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTest {
    @TempDir
    Path folder;

    private final List<String> events = new ArrayList<>();
    private Fake kafka;
    private Fake postgres;
    private Fake service;
    private Supervisor supervisor;

    @BeforeEach
    void prepare() throws IOException {
        kafka = new Fake("Kafka");
        postgres = new Fake("PostgreSQL");
        service = new Fake("The service");
        supervisor = new Supervisor(kafka, postgres, service, events::add);
    }

    @Test
    void service_startsLastAndStopsFirst() {
        supervisor.start();
        supervisor.stop();

        assertThat(events.subList(0, 2)).containsExactlyInAnyOrder("start Kafka", "start PostgreSQL");
        assertThat(events.subList(2, events.size()))
                .containsExactly("start The service", "stop The service", "stop Kafka", "stop PostgreSQL");
    }

    @Test
    void deadChild_isStartedAgainAndSaidSo() {
        supervisor.start();
        kafka.alive = false;

        supervisor.revive(kafka);

        assertThat(kafka.isAlive()).isTrue();
        assertThat(events).contains("Kafka ended unexpectedly and is started again.");
    }

    @Test
    void childThatKeepsDying_endsTheInstallationWithTheEndOfItsLog() {
        supervisor.start();

        assertThatThrownBy(() -> {
                    for (int i = 0; i < 10; i++) {
                        service.alive = false;
                        supervisor.revive(service);
                    }
                })
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("5 times")
                .hasMessageContaining("the last words of The service");
    }

    @Test
    void childThatEndsWhileStopping_staysEnded() {
        supervisor.start();
        supervisor.stop();

        supervisor.revive(service);

        assertThat(service.isAlive()).isFalse();
    }

    private final class Fake implements Managed {
        private final String name;
        private final Path log;
        private boolean alive;

        Fake(String name) throws IOException {
            this.name = name;
            this.log = Files.writeString(folder.resolve(name), "the last words of " + name);
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Path log() {
            return log;
        }

        @Override
        public synchronized void start() {
            synchronized (events) {
                events.add("start " + name);
            }
            alive = true;
        }

        @Override
        public boolean isAlive() {
            return alive;
        }

        @Override
        public void stop() {
            events.add("stop " + name);
            alive = false;
        }
    }
}
