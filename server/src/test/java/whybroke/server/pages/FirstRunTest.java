package whybroke.server.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import whybroke.api.account.FirstToken;
import whybroke.server.Backends;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class FirstRunTest {
    @Inject
    FirstToken token;

    @Inject
    AgroalDataSource source;

    @Test
    void nothingYet_saysHowToSeeAnAnswer() throws Exception {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("truncate repository, job, cause, failure_count, job_count cascade");
        }
        Pages pages = new Pages(token);

        assertThat(pages.get("/failures"))
                .contains("Nothing has failed yet", "--data-binary @build.log", "/api/v1/failures?", "--demo");
        assertThat(pages.get("/failures?label=app")).contains("No failure fits");
        assertThat(pages.get("/causes")).contains("No cause here");
    }
}
