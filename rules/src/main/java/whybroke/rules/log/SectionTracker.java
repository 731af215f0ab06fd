package whybroke.rules.log;

import static whybroke.rules.log.scan.Ascii.at;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import whybroke.rules.log.cut.Kept;

/**
 * Sections as the log marks them, in line numbers of the whole log until it is known which lines are kept.
 *
 * <p>Of very many sections the first {@value #FIRST} and the last {@value #LATEST} are remembered.
 */
final class SectionTracker {
    private static final int FIRST = 500;
    private static final int LATEST = 1500;
    private static final int DEEPEST = 64;
    private static final int LONGEST_NAME = 200;

    /** How a section ends. */
    private enum Until {
        ITS_END,
        /** A step of GitHub goes on after the group of its header, up to the next step. */
        NEXT_STEP,
        /** A group of Buildkite ends where the next one begins. */
        NEXT_GROUP
    }

    private static final class Open {
        private final String name;
        private final Until until;
        private final int first;
        private final Instant started;
        private int end = Integer.MAX_VALUE;
        private boolean headerOpen;

        Open(String name, Until until, int first, Instant started) {
            this.name = name;
            this.until = until;
            this.first = first;
            this.started = started;
            headerOpen = until == Until.NEXT_STEP;
        }
    }

    private final List<Open> earliest = new ArrayList<>();
    private final Deque<Open> latest = new ArrayDeque<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private boolean buildkite;

    /** The log is Buildkite's, so that {@code ---} at the start of a line is a group. */
    void seeBuildkite() {
        buildkite = true;
    }

    /** A mark that is no part of the text. */
    void open(String name, int number, Instant started) {
        open(name, Until.ITS_END, number, started);
    }

    void close(String name, int number) {
        for (Open section : open) {
            if (section.name.equals(name)) {
                closeDownTo(section, number);
                return;
            }
        }
    }

    /** Looks for a mark in a finished line, which keeps it. */
    void line(byte[] text, int from, int to, int number, Supplier<Instant> time) {
        if (from == to) {
            return;
        }
        switch (text[from]) {
            case '#' -> hash(text, from, to, number, time);
            case '[' -> jenkins(text, from, to, number, time);
            case ':' -> command(text, from, to, number, time);
            case 'P', 'C' -> cleanUp(text, from, to, number, time);
            case '-', '+', '~' -> group(text, from, to, number, time);
            default -> {}
        }
    }

    private void hash(byte[] text, int from, int to, int number, Supplier<Instant> time) {
        if (at(text, from, to, "##[group]")) {
            group(rest(text, from, to, "##[group]"), number, time);
        } else if (at(text, from, to, "##[endgroup]")) {
            endGroup(number + 1);
        } else if (at(text, from, to, "##[section]Starting: ")) {
            open(rest(text, from, to, "##[section]Starting: "), Until.ITS_END, number, time.get());
        } else if (at(text, from, to, "##[section]Finishing: ")) {
            close(rest(text, from, to, "##[section]Finishing: "), number + 1);
        }
    }

    private void command(byte[] text, int from, int to, int number, Supplier<Instant> time) {
        if (at(text, from, to, "::group::")) {
            group(rest(text, from, to, "::group::"), number, time);
        } else if (at(text, from, to, "::endgroup::")) {
            endGroup(number + 1);
        }
    }

    private void group(String name, int number, Supplier<Instant> time) {
        if (name.startsWith("Run ")) {
            closeAll(number);
            open(name, Until.NEXT_STEP, number, time.get());
        } else {
            open(name, Until.ITS_END, number, time.get());
        }
    }

    private void endGroup(int number) {
        Open section = open.peek();
        if (section != null && section.headerOpen) {
            section.headerOpen = false;
        } else if (section != null && section.until == Until.ITS_END) {
            closeDownTo(section, number);
        }
    }

    /** GitHub's clean-up after the job's own steps. */
    private void cleanUp(byte[] text, int from, int to, int number, Supplier<Instant> time) {
        boolean starts = at(text, from, to, "Post job cleanup.") || at(text, from, to, "Cleaning up orphan processes");
        if (starts && (time.get() != null || open.stream().anyMatch(section -> section.until == Until.NEXT_STEP))) {
            closeAll(number);
            open(rest(text, from, to, ""), Until.NEXT_STEP, number, time.get());
            open.element().headerOpen = false;
        }
    }

    private void jenkins(byte[] text, int from, int to, int number, Supplier<Instant> time) {
        if (at(text, from, to, "[Pipeline] { (") && text[to - 1] == ')') {
            String name = rest(text, from, to - 1, "[Pipeline] { (");
            open(name, Until.ITS_END, number, time.get());
        } else if (at(text, from, to, "[Pipeline] {")) {
            open("", Until.ITS_END, number, null);
        } else if (at(text, from, to, "[Pipeline] }") && !open.isEmpty()) {
            closeDownTo(open.element(), number + 1);
        }
    }

    private void group(byte[] text, int from, int to, int number, Supplier<Instant> time) {
        boolean group =
                buildkite && (at(text, from, to, "--- ") || at(text, from, to, "+++ ") || at(text, from, to, "~~~ "));
        if (group) {
            closeAll(number);
            open(rest(text, from + 4, to, ""), Until.NEXT_GROUP, number, time.get());
        }
    }

    private void open(String name, Until until, int number, Instant started) {
        if (open.size() == DEEPEST) {
            open.removeLast().end = number;
        }
        String brief = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
        Open section = new Open(brief, until, number, started);
        open.push(section);
        if (brief.isEmpty()) {
            return;
        }
        if (earliest.size() < FIRST) {
            earliest.add(section);
            return;
        }
        if (latest.size() == LATEST) {
            latest.remove();
        }
        latest.add(section);
    }

    private void closeDownTo(Open section, int number) {
        Iterator<Open> sections = open.iterator();
        while (sections.hasNext()) {
            Open inner = sections.next();
            inner.end = number;
            sections.remove();
            if (inner == section) {
                return;
            }
        }
    }

    private void closeAll(int number) {
        open.forEach(section -> section.end = number);
        open.clear();
    }

    private static String rest(byte[] text, int from, int to, String mark) {
        int start = from + mark.length();
        return new String(text, start, Math.min(to - start, 4 * LONGEST_NAME), StandardCharsets.UTF_8).strip();
    }

    /** The sections in terms of the lines that were kept. */
    List<Section> sections(Kept kept) {
        List<Section> sections = new ArrayList<>();
        earliest.forEach(section -> sections.add(section(section, kept)));
        latest.forEach(section -> sections.add(section(section, kept)));
        return sections;
    }

    private static Section section(Open section, Kept kept) {
        int first = kept.from(section.first);
        return new Section(section.name, first, Math.max(first, kept.from(section.end)) - 1, section.started);
    }
}
