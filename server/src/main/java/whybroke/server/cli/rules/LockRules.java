package whybroke.server.cli.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import whybroke.rules.library.Finding;
import whybroke.rules.library.LibraryFolder;
import whybroke.rules.library.Lock;

@Command(
        name = "lock",
        description = "Writes library.lock; refuses when a rule changed its meaning and kept its version.",
        mixinStandardHelpOptions = true)
final class LockRules extends OnLibrary {
    @Option(names = "--check", description = "write nothing, only compare")
    private boolean check;

    @Override
    public Integer call() throws IOException {
        LibraryFolder library = library();
        Path file = library.root().resolve("library.lock");
        Lock old = Files.exists(file) ? Lock.parse(Files.readString(file)) : new Lock(Map.of());
        Lock now = Lock.of(library);
        String rules = now.entries().size() + " rules";
        if (check) {
            return report(old.check(now), rules + " are as library.lock has them");
        }
        List<Finding> unversioned = old.unversioned(now);
        if (unversioned.isEmpty()) {
            Files.writeString(file, now.text());
        }
        return report(unversioned, rules + " locked in " + file);
    }
}
