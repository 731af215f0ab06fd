package whybroke.server.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * One log to be judged.
 *
 * @param name as the user wrote it; below a folder, the folder and the path in it
 * @param path null for standard input
 */
record Input(String name, Path path) {
    /** In the order of the arguments; folders recursively, by name, without following links. */
    static Stream<Input> all(List<String> arguments) {
        return arguments.stream().flatMap(Input::of);
    }

    private static Stream<Input> of(String argument) {
        if (argument.equals("-")) {
            return Stream.of(new Input(argument, null));
        }
        Path path = Path.of(argument);
        return Files.isDirectory(path) ? below(path) : Stream.of(new Input(argument, path));
    }

    private static Stream<Input> below(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream()
                    .map(file -> new Input(file.toString().replace('\\', '/'), file));
        } catch (IOException | UncheckedIOException unreadable) {
            return Stream.of(new Input(folder.toString(), folder));
        }
    }

    InputStream open() throws IOException {
        return path == null ? System.in : Files.newInputStream(path);
    }
}
