package whybroke.rules.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Steps, groups and stages as each CI system marks them. */
class SectionsTest {
    private static final String ESC = "\u001b";

    private static List<String> brief(LogLines log) {
        return log.sections().stream()
                .map(section -> section.name() + " " + section.first() + "-" + section.last())
                .toList();
    }

    @Test
    void github_stepHeader_goesOnToTheNextStep() {
        LogLines log = Read.log("""
                ##[group]Operating System
                Ubuntu
                ##[endgroup]
                ##[group]Run make
                env: A
                ##[endgroup]
                compiling
                ##[group]Details
                more
                ##[endgroup]
                ##[error]Process completed with exit code 2.
                ##[group]Run upload
                ##[endgroup]
                Post job cleanup.
                git version
                Cleaning up orphan processes
                """);

        assertThat(brief(log))
                .containsExactly(
                        "Operating System 0-2",
                        "Run make 3-10",
                        "Details 7-9",
                        "Run upload 11-12",
                        "Post job cleanup. 13-14",
                        "Cleaning up orphan processes 15-15");
        assertThat(log.line(10)).isEqualTo("##[error]Process completed with exit code 2.");
    }

    @Test
    void postJobCleanup_saidByATool_isNoSection() {
        assertThat(Read.log("a\nPost job cleanup.\nb").sections()).isEmpty();
    }

    @Test
    void azure_sections_areTheirTasks() {
        LogLines log = Read.log("""
                2026-11-20T15:23:28.1234567Z ##[section]Starting: Build
                2026-11-20T15:23:28.1234567Z text
                2026-11-20T15:23:29.1234567Z ##[section]Finishing: Build
                2026-11-20T15:23:29.1234567Z ##[section]Starting: Test
                """);

        assertThat(brief(log)).containsExactly("Build 0-2", "Test 3-3");
    }

    @Test
    void gitlab_sectionMarks_areTakenOutOfTheText() {
        LogLines log = Read.log("section_start:1700000000:prepare_script\r" + ESC + "[0KPreparing\n"
                + "on runner\n"
                + "section_end:1700000001:prepare_script\r" + ESC
                + "[0Ksection_start:1700000002:step_script[collapsed=true]\r"
                + ESC + "[0K" + ESC + "[36;1mExecuting\n"
                + "$ make\n"
                + "section_end:1700000003:step_script\r" + ESC + "[0K\n"
                + "ERROR: Job failed: exit code 1\n");

        assertThat(Read.lines(log))
                .containsExactly("Preparing", "on runner", "Executing", "$ make", "ERROR: Job failed: exit code 1");
        assertThat(brief(log)).containsExactly("prepare_script 0-1", "step_script 2-3");
        assertThat(log.sections().getFirst().started()).isEqualTo(Instant.ofEpochSecond(1700000000));
        assertThat(Read.rawLines(log)).containsExactly(1, 2, 3, 4, 6);
        assertThat(log.gaps()).isEmpty();
    }

    @Test
    void gitlab_sectionMarksBehindTimes_areTakenOut() {
        String head = "2026-11-20T15:23:28.962646Z 00O ";
        LogLines log = Read.log(head + "section_start:1700000000:step_script\r" + ESC + "[0K" + head.trim()
                + "+Executing\n" + head + "$ make\n" + head + "section_end:1700000003:step_script\r" + ESC + "[0K\n");

        assertThat(log.line(log.size() - 1)).isEqualTo("$ make");
        assertThat(log.sections().getFirst().name()).isEqualTo("step_script");
    }

    @Test
    void travis_folds_areTakenOutOfTheText() {
        LogLines log = Read.log(
                "travis_fold:start:git.checkout\r" + ESC + "[0Ktravis_time:start:0a\r" + ESC + "[0K$ git clone\n"
                        + "Cloning\n"
                        + "\ntravis_time:end:0a:start=1,finish=2,duration=1\r" + ESC
                        + "[0Ktravis_fold:end:git.checkout\r" + ESC + "[0K$ make\n");

        assertThat(Read.lines(log)).containsExactly("$ git clone", "Cloning", "", "$ make");
        assertThat(brief(log)).containsExactly("git.checkout 0-2");
    }

    @Test
    void travis_marksOnLinesOfTheirOwn_areNoLines() {
        LogLines log = Read.log("travis_fold:start:a\n" + ESC + "[0K$ make\ntravis_fold:end:a\ndone\n");

        assertThat(Read.lines(log)).containsExactly("$ make", "done");
        assertThat(Read.rawLines(log)).containsExactly(2, 4);
        assertThat(brief(log)).containsExactly("a 0-0");
    }

    @Test
    void buildkite_dashes_areGroupsOnlyInItsLogs() {
        String text = "--- one\na\n+++ two\nb\n~~~ three\n";

        assertThat(brief(Read.log(ESC + "_bk;t=1700000000000\u0007" + text)))
                .containsExactly("one 0-1", "two 2-3", "three 4-4");
        assertThat(Read.log(text).sections()).isEmpty();
        assertThat(Read.log("--- a/file.c\n+++ b/file.c\n").sections()).isEmpty();
    }

    @Test
    void jenkins_stages_nest() {
        LogLines log = Read.log("""
                [Pipeline] {
                [Pipeline] stage
                [Pipeline] { (Build)
                [Pipeline] sh
                + make
                [Pipeline] }
                [Pipeline] // stage
                [Pipeline] { (Test)
                [Pipeline] }
                [Pipeline] }
                """);

        assertThat(brief(log)).containsExactly("Build 2-5", "Test 7-8");
    }

    @Test
    void name_withASecret_isRedacted() {
        String token = "gl" + "pat-" + "abcdEFGH1234ijklMNOP";

        LogLines log = Read.log("##[group]Run curl -H 'PRIVATE-TOKEN: " + token + "'\n" + "section_start:1700000000:"
                + token + "\r" + ESC + "[0Ka\n");

        assertThat(log.sections())
                .hasSize(2)
                .noneMatch(section -> section.name().contains(token));
    }

    @Test
    void sections_withoutNumber_areBounded() {
        LogLines log = Read.log("##[group]a\n##[endgroup]\n".repeat(20_000) + "section_start:1:deep\r".repeat(20_000));

        assertThat(log.sections()).hasSizeLessThanOrEqualTo(2000);
    }

    @Test
    void hugeSectionNumbers_areNoMarks() {
        assertThat(Read.linesOf("section_start:99999999999999999999:a\nsection_start:x:a\nsection_end:\n"))
                .containsExactly("section_start:99999999999999999999:a", "section_start:x:a", "section_end:");
    }
}
