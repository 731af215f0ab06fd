package whybroke.api;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import whybroke.api.problem.ProblemException;
import whybroke.api.problem.ProblemKind;

/** The version that a change was made against. */
public final class IfMatch {
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"v(\\d{1,9})(?:-[0-9a-f]{0,64})?\"");

    private IfMatch() {}

    /**
     * @param header {@code "v7-0123abcd"} as an {@code ETag} gave it
     * @throws ProblemException 428 when it is missing, 412 when it is no version of this thing
     */
    public static int version(String header) {
        if (header == null || header.isBlank()) {
            throw new ProblemException(
                    ProblemKind.VERSION_REQUIRED,
                    "Send If-Match with the ETag of what you read, so that nobody's word is lost.");
        }
        Matcher tag = TAG.matcher(header.strip());
        if (!tag.matches()) {
            throw new ProblemException(ProblemKind.CHANGED, "If-Match names no version of this. Read it again.");
        }
        return Integer.parseInt(tag.group(1));
    }
}
