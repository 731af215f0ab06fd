package whybroke.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import whybroke.rules.library.RuleLibrary;

/** {@code whybroke classify}: labels logs offline. */
@Command(
        name = "classify",
        description = "Labels the logs of failed jobs.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:every log has a label", "2:something could not be read", "3:some logs have no label"})
final class Classify implements Callable<Integer> {
    private static final int SOME_UNLABELLED = 3;

    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "one JSON object a line")
    private boolean json;

    @Option(names = "--library", paramLabel = "DIR", description = "a rule library instead of the shipped one")
    private Path library;

    @Parameters(arity = "1..*", paramLabel = "FILE|DIR|-", description = "logs, folders of logs, - for standard input")
    private List<String> inputs;

    /** Files are judged side by side, a bounded number ahead of the one whose answer is printed next. */
    @Override
    public Integer call() throws IOException, InterruptedException {
        Judge judge = new Judge(library == null ? RuleLibrary.shipped() : RuleLibrary.in(library));
        Answers answers = new Answers();
        int side = Runtime.getRuntime().availableProcessors();
        Deque<Future<Answer>> running = new ArrayDeque<>();
        try (ExecutorService workers = Executors.newFixedThreadPool(side)) {
            for (Input input : (Iterable<Input>) Input.all(inputs)::iterator) {
                running.add(workers.submit(() -> judge.judge(input)));
                if (running.size() >= 8 * side) {
                    answers.print(running.remove());
                }
            }
            while (!running.isEmpty()) {
                answers.print(running.remove());
            }
        }
        return answers.exit;
    }

    private final class Answers {
        private final PrintWriter out = spec.commandLine().getOut();
        private int exit;

        void print(Future<Answer> future) throws InterruptedException {
            switch (get(future)) {
                case Answer.Judged judged -> {
                    out.println(json ? judged.json() : judged.words());
                    exit = exit == 0 && judged.label() == null ? SOME_UNLABELLED : exit;
                }
                case Answer.Unreadable unreadable -> {
                    out.flush();
                    spec.commandLine().getErr().println("whybroke: " + unreadable.sentence());
                    exit = Main.BAD_INPUT;
                }
            }
        }

        private static Answer get(Future<Answer> future) throws InterruptedException {
            try {
                return future.get();
            } catch (ExecutionException broken) {
                throw new IllegalStateException(broken.getCause());
            }
        }
    }
}
