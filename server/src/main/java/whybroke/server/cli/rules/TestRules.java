package whybroke.server.cli.rules;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import whybroke.rules.library.Finding;
import whybroke.rules.library.LibraryFolder;
import whybroke.rules.library.Rule;
import whybroke.rules.library.SampleCheck;

@Command(
        name = "test",
        description = "Judges every sample with the whole library loaded.",
        mixinStandardHelpOptions = true)
final class TestRules extends OnLibrary {
    @Parameters(arity = "0..*", paramLabel = "ID", description = "only these rules, or all of a tool")
    private List<String> only = List.of();

    @Override
    public Integer call() throws IOException {
        LibraryFolder library = library();
        SampleCheck check = new SampleCheck(library.read());
        List<Finding> findings = new ArrayList<>();
        int samples = 0;
        for (Path folder : library.rules()) {
            if (isChosen(library.id(folder)) && library.rule(folder).status() != Rule.Status.RETIRED) {
                for (Path file : library.samples(folder)) {
                    samples++;
                    check.check(library.sample(file)).ifPresent(findings::add);
                }
            }
        }
        return report(findings, samples + " samples hold");
    }

    private boolean isChosen(String id) {
        return only.isEmpty() || only.stream().anyMatch(one -> id.equals(one) || id.startsWith(one + "/"));
    }
}
