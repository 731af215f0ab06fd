package whybroke.rules.log;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A {@link LogLines} as it travels and is stored: clean, cut and redacted, never raw.
 *
 * @param kind what the stream was
 * @param text kept lines joined by {@code \n}, no control characters but that and TAB
 * @param rawRuns pairs (index, raw line number): from that kept line on, raw numbers count up by one; empty
 *     when no line was kept
 * @param sections steps and groups the log marks, in order
 * @param gaps what was left out, in order
 * @param rawBytes bytes read from the stream
 * @param rawLines lines of the raw log as far as it was read
 * @param redactions secrets replaced in the log as far as it was read, also in lines that were not kept
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
        int engine) {
    public LogImage {
        if (rawRuns.length % 2 != 0) {
            throw new IllegalArgumentException("raw runs come in pairs");
        }
        rawRuns = rawRuns.clone();
        sections = List.copyOf(sections);
        gaps = List.copyOf(gaps);
    }

    /** A copy, as in {@code rawRuns.clone()}. */
    @Override
    public int[] rawRuns() {
        return rawRuns.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LogImage image
                && kind == image.kind
                && text.equals(image.text)
                && Arrays.equals(rawRuns, image.rawRuns)
                && sections.equals(image.sections)
                && gaps.equals(image.gaps)
                && rawBytes == image.rawBytes
                && rawLines == image.rawLines
                && redactions == image.redactions
                && engine == image.engine;
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, text, rawBytes);
    }
}
