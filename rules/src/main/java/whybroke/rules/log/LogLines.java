package whybroke.rules.log;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import whybroke.rules.log.cut.Kept;

/**
 * A log as everything else sees it: clean, cut, redacted lines with the way back to raw line numbers. Immutable.
 *
 * <p>What an author of a rule may rely on:
 *
 * <ul>
 *   <li>A line is the text a terminal would have shown: no escape sequences, no control characters but TAB, no white
 *       space at its end, only what followed the last carriage return.
 *   <li>The time that the CI system wrote before the text is gone (GitHub, Azure, GitLab, Buildkite, Jenkins
 *       Timestamper, Docker, Kubernetes); a date that the tool wrote itself stays.
 *   <li>Marks that the CI system shows as text stay as they are: {@code ##[error]Process completed with exit code 1.},
 *       {@code ##[group]Run make}, {@code [Pipeline] sh}, {@code --- title}. Marks that nobody sees ({@code
 *       section_start:}, {@code travis_fold:}, {@code travis_time:}) are gone; a line of nothing else is no line.
 *   <li>A secret reads {@code [redacted:<kind>]}; a line that was too long has {@code [cut: N more bytes]} in it.
 * </ul>
 */
public final class LogLines {
    private final LogKind kind;
    private final byte[] text;
    private final int[] starts;
    private final int[] rawRuns;
    private final List<Section> sections;
    private final List<Gap> gaps;
    private final long rawBytes;
    private final int rawLines;
    private final int redactions;
    private final int engine;
    private String hash;

    private LogLines(LogImage image, byte[] text) {
        kind = image.kind();
        this.text = text;
        rawRuns = image.rawRuns();
        starts = rawRuns.length == 0 ? new int[0] : startsOf(text);
        sections = image.sections();
        gaps = image.gaps();
        rawBytes = image.rawBytes();
        rawLines = image.rawLines();
        redactions = image.redactions();
        engine = image.engine();
    }

    /**
     * Reads a raw log to its end in one pass and in bounded memory.
     *
     * @throws IOException when the stream cannot be read
     */
    public static LogLines of(InputStream raw) throws IOException {
        return of(raw, LogLimits.DEFAULT);
    }

    /**
     * Reads a raw log in one pass and in memory that the limits bound. A stream that is not text is not read to its end.
     *
     * @throws IOException when the stream cannot be read
     */
    public static LogLines of(InputStream raw, LogLimits limits) throws IOException {
        return new LogReader(limits).read(raw);
    }

    /** The same lines again from their stored form. */
    public static LogLines of(LogImage image) {
        return new LogLines(image, image.text().getBytes(StandardCharsets.UTF_8));
    }

    static LogLines none(LogKind kind, long rawBytes, int rawLines, int engine) {
        LogImage image = new LogImage(kind, "", new int[0], List.of(), List.of(), rawBytes, rawLines, 0, engine);
        return new LogLines(image, new byte[0]);
    }

    static LogLines of(
            Kept kept, LogKind kind, List<Section> sections, long rawBytes, int rawLines, int redactions, int engine) {
        LogImage image = new LogImage(
                kind, "", runsOf(kept), sections, gapsOf(kept, rawLines), rawBytes, rawLines, redactions, engine);
        return new LogLines(image, kept.text());
    }

    private static int[] runsOf(Kept kept) {
        int[] runs = new int[16];
        int used = 0;
        for (int i = 0; i < kept.size(); i++) {
            if (i == 0 || kept.raw(i) != kept.raw(i - 1) + 1) {
                runs = used == runs.length ? Arrays.copyOf(runs, 2 * used) : runs;
                runs[used++] = i;
                runs[used++] = kept.raw(i);
            }
        }
        return Arrays.copyOf(runs, used);
    }

    private static List<Gap> gapsOf(Kept kept, int rawLines) {
        List<Gap> gaps = new ArrayList<>();
        for (int i = 0; i < kept.size(); i++) {
            if (kept.isAfterGap(i)) {
                gaps.add(new Gap(i - 1, kept.raw(i) - 1 - (i == 0 ? 0 : kept.raw(i - 1))));
            }
        }
        if (kept.isCutAtEnd()) {
            int last = kept.size() - 1;
            gaps.add(new Gap(last, rawLines - (last < 0 ? 0 : kept.raw(last))));
        }
        return gaps;
    }

    private static int[] startsOf(byte[] text) {
        int[] starts = new int[64];
        int lines = 1;
        for (int i = 0; i < text.length; i++) {
            if (text[i] == '\n') {
                starts = lines == starts.length ? Arrays.copyOf(starts, 2 * lines) : starts;
                starts[lines++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, lines);
    }

    /** What travels and is stored; {@link #of(LogImage)} of it equals this. */
    public LogImage image() {
        String string = new String(text, StandardCharsets.UTF_8);
        return new LogImage(kind, string, rawRuns, sections, gaps, rawBytes, rawLines, redactions, engine);
    }

    /**
     * The same log with at most so many bytes of text: its start, its end and what looks like errors in between, shared
     * out as {@link LogLimits#DEFAULT} does. This one itself when it is small enough.
     */
    public LogLines cutTo(int bytes) {
        return text.length <= bytes ? this : new Recut(this).to(LogLimits.DEFAULT.within(bytes));
    }

    public LogKind kind() {
        return kind;
    }

    /** Number of kept lines. */
    public int size() {
        return starts.length;
    }

    /** The text of a kept line, {@code index} from 0. */
    public String line(int index) {
        return new String(text, start(index), end(index) - start(index), StandardCharsets.UTF_8);
    }

    /** All kept lines as UTF-8, joined by {@code \n}. Not a copy: whoever writes into it breaks everything. */
    public byte[] utf8() {
        return text;
    }

    /** Where a kept line starts in {@link #utf8()}. */
    public int start(int index) {
        return starts[index];
    }

    /** Where a kept line ends in {@link #utf8()}, exclusive and without its {@code \n}. */
    public int end(int index) {
        return index + 1 < starts.length ? starts[index + 1] - 1 : text.length;
    }

    /** The kept line that holds this place of {@link #utf8()}; a {@code \n} belongs to the line it ends. */
    public int lineAt(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found : -found - 2;
    }

    /** The 1-based number of a kept line in the raw log, as an editor that counts {@code \n} shows it. */
    public int rawLine(int index) {
        int low = 0;
        int high = rawRuns.length / 2 - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (rawRuns[2 * middle] <= index) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return rawRuns[2 * low + 1] + index - rawRuns[2 * low];
    }

    /** Steps, groups and stages in the order of their starts; one may lie inside another. */
    public List<Section> sections() {
        return sections;
    }

    public List<Gap> gaps() {
        return gaps;
    }

    /** Bytes read from the raw stream. */
    public long rawBytes() {
        return rawBytes;
    }

    /** Lines of the raw log as far as it was read. */
    public int rawLines() {
        return rawLines;
    }

    /** Secrets replaced in the log as far as it was read, also in lines that were not kept. */
    public int redactions() {
        return redactions;
    }

    int engine() {
        return engine;
    }

    /** SHA-256 of the kept text, 64 lower-case hex digits: the log's part of a verdict's identity. */
    public String hash() {
        if (hash == null) {
            hash = HexFormat.of().formatHex(sha256().digest(text));
        }
        return hash;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LogLines lines && image().equals(lines.image());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(text);
    }

    /** In brief: the text may be large and is nobody's business in a service's own log. */
    @Override
    public String toString() {
        return kind + ", " + size() + " of " + rawLines + " lines, " + hash().substring(0, 12);
    }
}
