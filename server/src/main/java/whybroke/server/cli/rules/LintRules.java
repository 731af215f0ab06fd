package whybroke.server.cli.rules;

import java.io.IOException;
import picocli.CommandLine.Command;
import whybroke.rules.library.LibraryFolder;
import whybroke.rules.library.Lint;

@Command(
        name = "lint",
        description = "Says what is wrong with the rules and how to mend it.",
        mixinStandardHelpOptions = true)
final class LintRules extends OnLibrary {
    @Override
    public Integer call() throws IOException {
        LibraryFolder library = library();
        return report(Lint.check(library), library.rules().size() + " rules, nothing to mend");
    }
}
