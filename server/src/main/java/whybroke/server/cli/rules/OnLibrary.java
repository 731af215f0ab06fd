package whybroke.server.cli.rules;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import whybroke.rules.library.Finding;
import whybroke.rules.library.LibraryFolder;

/** A command on a library folder. Exit code 1 when something is wrong with the library. */
abstract class OnLibrary implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--library",
            paramLabel = "DIR",
            defaultValue = "rules/library",
            description = "the library (default: ${DEFAULT-VALUE})")
    private Path root;

    final LibraryFolder library() {
        return new LibraryFolder(root);
    }

    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /** Prints what is wrong, or {@code fine} when nothing is. */
    final int report(List<Finding> findings, String fine) {
        findings.forEach(finding -> out().println(finding));
        if (findings.isEmpty()) {
            out().println(fine);
        }
        return findings.isEmpty() ? 0 : 1;
    }
}
