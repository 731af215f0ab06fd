package whybroke.server.cli.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import whybroke.rules.library.Bless;
import whybroke.rules.library.LibraryFolder;
import whybroke.rules.library.Sample;
import whybroke.rules.library.SampleCheck;

@Command(
        name = "bless",
        description = "Shows which line and span a sample's rule wins on, and writes the markers into the sample.",
        mixinStandardHelpOptions = true)
final class BlessSamples extends OnLibrary {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "<tool>/<slug>/samples/hit-*.log below the library")
    private List<Path> files;

    @Override
    public Integer call() throws IOException {
        LibraryFolder library =
                new LibraryFolder(library().root().toAbsolutePath().normalize());
        SampleCheck check = new SampleCheck(library.read());
        int exit = 0;
        for (Path file : files) {
            exit = Math.max(exit, bless(library, check, file.toAbsolutePath().normalize()));
        }
        return exit;
    }

    private int bless(LibraryFolder library, SampleCheck check, Path file) throws IOException {
        Sample sample = library.sample(file);
        Optional<String> blessed = new Bless(check).bless(sample, Files.readString(file));
        if (blessed.isEmpty()) {
            out().println(check.check(sample).map(Object::toString).orElse(file + " is not won by its rule"));
            return sample.mustMiss() ? 0 : 1;
        }
        Files.writeString(file, blessed.get());
        String line = blessed.get()
                .lines()
                .filter(each -> each.startsWith("=HIT=>"))
                .findFirst()
                .orElse("(a fact)");
        out().println(file + ": " + line);
        return 0;
    }
}
