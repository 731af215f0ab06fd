package whybroke.rules.log.cut;

import java.util.List;
import java.util.stream.Stream;
import whybroke.rules.log.scan.Literals.Literal;

/** Words that make a line worth keeping with its neighbours. Wide on purpose: what is missed here no rule can find. */
public final class Alarms {
    private static final List<String> WORDS = List.of(
            "error",
            "fail",
            "exception",
            "fatal",
            "panic",
            "killed",
            "traceback",
            "abort",
            "denied",
            "refused",
            "reset by peer",
            "timed out",
            "timeout",
            "cannot ",
            "can't ",
            "could not",
            "couldn't",
            "unable to",
            "not found",
            "no such",
            "not exist",
            "exit code",
            "exit status",
            "exited with",
            "segmentation",
            "core dumped",
            "out of memory",
            "outofmemory",
            "oomkill",
            "no space left",
            "unauthorized",
            "forbidden",
            "undefined reference",
            "unresolved",
            "assert",
            "conflict",
            "rejected",
            "eresolve",
            "elifecycle",
            "rate limit",
            "quota",
            "lost communication",
            "shutdown signal",
            "canceled",
            "cancelled",
            "terminated",
            "caused by",
            "mismatch",
            "unsupported",
            "violation",
            "incompatible");

    private Alarms() {}

    /** The words, each with this tag. */
    public static Stream<Literal> literals(int tag) {
        return WORDS.stream().map(word -> new Literal(word, tag));
    }
}
