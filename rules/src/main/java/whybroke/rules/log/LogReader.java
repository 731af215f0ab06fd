package whybroke.rules.log;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import whybroke.rules.Engine;
import whybroke.rules.log.clean.LineBuffer;
import whybroke.rules.log.clean.Marker;
import whybroke.rules.log.clean.Source;
import whybroke.rules.log.clean.Stamps;
import whybroke.rules.log.clean.Terminal;
import whybroke.rules.log.cut.Keeper;
import whybroke.rules.log.cut.Kept;

/** One pass over a raw log: bytes, visible text, lines without the CI system's prefixes, finished lines, kept lines. */
final class LogReader implements Terminal.Lines {
    private final Stamps stamps = new Stamps();
    private final SectionTracker sections = new SectionTracker();
    private final LogLimits limits;
    private final LineFinish finish;
    private final Keeper keeper;
    private final LineBuffer held = new LineBuffer();
    private boolean holding;
    private boolean heldReturned;
    private int heldRaw;
    private boolean lineBegun;
    private boolean stamped;
    private Instant time;
    private int raw;
    private boolean anyText;

    LogReader(LogLimits limits) {
        this.limits = limits;
        finish = new LineFinish(limits.line());
        keeper = new Keeper(limits.head(), limits.tail(), limits.windows());
    }

    LogLines read(InputStream stream) throws IOException {
        Source source = new Source(stream, limits.raw());
        if (source.isBinary()) {
            return LogLines.none(LogKind.BINARY, skip(source), 0, Engine.VERSION);
        }
        Terminal terminal = new Terminal(this);
        while (source.next()) {
            terminal.write(source.bytes(), 0, source.length());
        }
        terminal.close();
        releaseHeld();
        if (!anyText && !source.isTooLarge()) {
            return LogLines.none(LogKind.EMPTY, source.read(), raw, Engine.VERSION);
        }
        LogKind kind = source.isTooLarge() ? LogKind.TOO_LARGE : LogKind.TEXT;
        Kept kept = keeper.kept();
        return LogLines.of(
                kept, kind, sections.sections(kept), source.read(), raw, finish.redactions(), Engine.VERSION);
    }

    private static long skip(Source source) throws IOException {
        source.next();
        return source.read();
    }

    @Override
    public void clock(long millis) {
        sections.seeBuildkite();
        time = Instant.ofEpochMilli(millis);
    }

    @Override
    public void overwritten(LineBuffer text) {
        int at = begin(text);
        time = time();
        stamped = false;
        mark(text, at);
    }

    @Override
    public void line(LineBuffer text, boolean returned) {
        if (raw < Integer.MAX_VALUE) {
            raw++;
        }
        int at = begin(text);
        int end = mark(text, at);
        boolean onlyMark = end > at && end == text.length();
        if (stamps.continues() && holding) {
            goOn(text, end, returned);
        } else {
            releaseHeld();
            if (!onlyMark) {
                hold(text, end, returned);
            }
        }
        lineBegun = false;
        stamped = false;
        time = null;
    }

    /** Takes the CI system's prefix off the first text of a raw line; says where the text begins. */
    private int begin(LineBuffer text) {
        if (lineBegun) {
            return 0;
        }
        lineBegun = true;
        int at = stamps.strip(text.bytes(), text.length());
        stamped = at > 0;
        return at;
    }

    /** When this line was written, as far as the log says; worked out only for the few lines that need it. */
    private Instant time() {
        return time == null && stamped ? stamps.time() : time;
    }

    /** Takes note of section marks at this place; says where the text after them begins. */
    private int mark(LineBuffer text, int at) {
        int end = at;
        Marker marker = Marker.read(text.bytes(), end, text.length());
        while (marker != null) {
            note(marker);
            end = marker.end();
            marker = Marker.read(text.bytes(), end, text.length());
        }
        return end;
    }

    private void note(Marker marker) {
        int number = keeper.next() + (holding ? 1 : 0);
        switch (marker.kind()) {
            case OPEN ->
                sections.open(finish.redacted(marker.name()), number, marker.time() == null ? time() : marker.time());
            case CLOSE -> sections.close(finish.redacted(marker.name()), number);
            case NOISE -> {}
        }
    }

    private void goOn(LineBuffer text, int at, boolean returned) {
        if (heldReturned && at < text.length()) {
            held.clear();
        }
        held.append(text, at);
        heldReturned = returned;
    }

    /** A line of GitLab may go on in the next one; any other is finished at once. */
    private void hold(LineBuffer text, int at, boolean returned) {
        if (!stamps.mayBeContinued()) {
            emit(text, at, raw);
            return;
        }
        held.clear();
        held.append(text, at);
        heldReturned = returned;
        heldRaw = raw;
        holding = true;
    }

    private void releaseHeld() {
        if (holding) {
            holding = false;
            emit(held, 0, heldRaw);
        }
    }

    private void emit(LineBuffer line, int at, int rawLine) {
        finish.finish(line, at);
        anyText |= finish.length() > 0;
        sections.line(finish.text(), finish.from(), finish.from() + finish.length(), keeper.next(), this::time);
        keeper.add(finish.text(), finish.from(), finish.length(), rawLine, finish.isAlarm());
    }
}
