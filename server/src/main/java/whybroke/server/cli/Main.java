package whybroke.server.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import whybroke.server.cli.rules.Rules;
import whybroke.server.start.StartCommand;

/** {@code whybroke <command>}. */
@Command(
        name = "whybroke",
        description = "Says why a CI job failed, whose it is, and whether it has happened before.",
        mixinStandardHelpOptions = true,
        subcommands = {StartCommand.class, Classify.class, Rules.class},
        synopsisSubcommandLabel = "COMMAND")
public final class Main implements Runnable {
    @Spec
    private CommandSpec spec;

    /** Wrong arguments or input, as picocli has it too. */
    public static final int BAD_INPUT = CommandLine.ExitCode.USAGE;

    private Main() {}

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command.");
    }

    public static void main(String[] arguments) {
        PrintWriter out = writer(FileDescriptor.out);
        PrintWriter err = writer(FileDescriptor.err);
        int exit = run(out, err, arguments);
        out.flush();
        err.flush();
        Runtime.getRuntime().halt(exit);
    }

    /** Runs a command and gives its exit code. */
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine line = new CommandLine(new Main());
        line.setOut(out).setErr(err);
        line.setExecutionExceptionHandler((wrong, command, parsed) -> {
            command.getErr().println("whybroke: " + sentence(wrong));
            return BAD_INPUT;
        });
        return line.execute(arguments);
    }

    private static String sentence(Exception wrong) {
        return wrong.getMessage() == null ? wrong.toString() : wrong.getMessage();
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }
}
