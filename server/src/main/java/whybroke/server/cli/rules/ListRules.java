package whybroke.server.cli.rules;

import java.io.IOException;
import java.util.Locale;
import picocli.CommandLine.Command;
import whybroke.rules.library.Rule;

@Command(name = "list", description = "Lists the rules.", mixinStandardHelpOptions = true)
final class ListRules extends OnLibrary {
    @Override
    public Integer call() throws IOException {
        for (Rule rule : library().read().rules()) {
            out().printf(
                            "%-44s v%-3d %-8s %-10s %-8s %s%n",
                            rule.id(),
                            rule.version(),
                            rule.status().name().toLowerCase(Locale.ROOT),
                            rule.label().word(),
                            rule.tier().word(),
                            rule.summary());
        }
        return 0;
    }
}
