package whybroke.rules.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The library that ships: every rule sound, every sample judged as it says, everything locked. */
class ShippedLibraryTest {
    private static final LibraryFolder LIBRARY = new LibraryFolder(Path.of("library"));
    private static final SampleCheck CHECK = check();

    private static SampleCheck check() {
        try {
            return new SampleCheck(LIBRARY.read());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static List<String> samples() throws IOException {
        return LIBRARY.rules().stream()
                .flatMap(ShippedLibraryTest::samplesOf)
                .map(file -> LIBRARY.root().relativize(file).toString())
                .toList();
    }

    private static Stream<Path> samplesOf(Path folder) {
        try {
            return LIBRARY.samples(folder).stream();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void sample_is_judged_as_it_says(String file) throws IOException {
        assertThat(CHECK.check(LIBRARY.sample(LIBRARY.root().resolve(file)))).isEmpty();
    }

    @Test
    void lint_has_nothing_to_say() throws IOException {
        assertThat(Lint.check(LIBRARY)).isEmpty();
    }

    @Test
    void lock_is_what_the_rules_are() throws IOException {
        Lock lock = Lock.parse(Files.readString(LIBRARY.root().resolve("library.lock")));

        assertThat(lock.check(Lock.of(LIBRARY))).isEmpty();
    }

    @Test
    void library_in_the_jar_is_the_one_in_the_folder() throws IOException {
        assertThat(RuleLibrary.shipped().hash()).isEqualTo(LIBRARY.read().hash());
        assertThat(RuleLibrary.shipped().bundle()).isEqualTo(LIBRARY.read().bundle());
        assertThat(RuleLibrary.shippedSamples()).hasSameSizeAs(samples());
    }

    @Test
    void version_reads_as_year_month_and_number() {
        assertThat(RuleLibrary.shipped().version()).matches("20\\d\\d\\.\\d\\d\\.\\d+");
    }
}
