package whybroke.rules.log;

import java.util.List;

/**
 * A {@link LogLines} as it travels and is stored: clean, cut and redacted, never raw.
 *
 * @param kind what the stream was
 * @param text kept lines joined by {@code \n}, no control characters but that and TAB
 * @param rawRuns pairs (index, raw line number): from that kept line on, raw numbers count up by one
 * @param sections steps and groups the log marks, in order
 * @param gaps what was left out, in order
 * @param rawBytes bytes read from the stream
 * @param rawLines lines of the raw log as far as it was read
 * @param redactions secrets replaced
 * @param engine {@link whybroke.rules.Engine#VERSION} that made this
 */
public record LogImage(
        LogKind kind,
        String text,
        int[] rawRuns,
        List<Section> sections,
        List<Gap> gaps,
        long rawBytes,
        int rawLines,
        int redactions,
        int engine) {}
