package whybroke.api.problem;

import java.util.List;

/** Ends a request with a problem. The message is for the person who sent it. */
public class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final ProblemKind kind;
    private final transient List<Problem.Flaw> flaws;

    public ProblemException(ProblemKind kind, String detail) {
        this(kind, detail, null);
    }

    private ProblemException(ProblemKind kind, String detail, List<Problem.Flaw> flaws) {
        super(detail);
        this.kind = kind;
        this.flaws = flaws;
    }

    /** One parameter or field is wrong. */
    public static ProblemException invalid(String pointer, String detail) {
        return new ProblemException(
                ProblemKind.INVALID, pointer + ": " + detail, List.of(new Problem.Flaw(pointer, detail)));
    }

    public static ProblemException notFound(String what) {
        return new ProblemException(ProblemKind.NOT_FOUND, "There is no such " + what + ", or you may not see it.");
    }

    public ProblemKind kind() {
        return kind;
    }

    List<Problem.Flaw> flaws() {
        return flaws;
    }
}
