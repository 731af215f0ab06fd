package whybroke.server.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import whybroke.rules.library.RuleLibrary;
import whybroke.rules.log.LogLines;
import whybroke.rules.match.Decision;
import whybroke.rules.match.JobFacts;
import whybroke.rules.match.Matcher;

/** Reads one log and judges it, as the service does. */
final class Judge {
    private final RuleLibrary library;
    private final Matcher matcher;

    Judge(RuleLibrary library) {
        this.library = library;
        this.matcher = Matcher.of(library);
    }

    Answer judge(Input input) {
        try (InputStream raw = input.open()) {
            Decision decision = matcher.match(JobFacts.NONE, LogLines.of(raw));
            return Answer.of(input.name(), decision, library);
        } catch (NoSuchFileException missing) {
            return new Answer.Unreadable(input.name() + ": there is no such file");
        } catch (AccessDeniedException denied) {
            return new Answer.Unreadable(input.name() + ": may not be read by this user");
        } catch (IOException broken) {
            String why = input.path() != null && Files.isDirectory(input.path()) ? "is a folder" : broken.getMessage();
            return new Answer.Unreadable(input.name() + ": cannot be read: " + why);
        }
    }
}
