package whybroke.server.cli.rules;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code whybroke rules <command>}. */
@Command(
        name = "rules",
        description = "Checks, locks, tries out and measures a rule library.",
        mixinStandardHelpOptions = true,
        subcommands = {
            LintRules.class,
            LockRules.class,
            TestRules.class,
            BlessSamples.class,
            NewRule.class,
            ListRules.class,
            Calibrate.class
        },
        synopsisSubcommandLabel = "COMMAND")
public final class Rules implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command.");
    }
}
