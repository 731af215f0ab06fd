package whybroke.ingest.tail;

import java.util.ArrayList;
import java.util.List;
import whybroke.rules.log.Gap;
import whybroke.rules.log.LogImage;
import whybroke.rules.log.Section;

/** Leaves out one more stretch in the middle of a log, and says so; line numbers of what stays remain right. */
final class Shorter {
    private final LogImage image;
    private final String[] lines;
    /** Kept are the lines before {@code from} and those from {@code to} on. */
    private final int from;

    private final int to;

    private Shorter(LogImage image, int most) {
        this.image = image;
        this.lines = image.text().split("\n", -1);
        this.from = fitting(most / 4);
        this.to = Math.max(from, lines.length - fittingFromEnd(most - most / 4));
    }

    /** @param most characters that stay at most, a quarter of them from the start */
    static LogImage of(LogImage image, int most) {
        return image.text().length() <= most ? image : new Shorter(image, most).image();
    }

    private int fitting(int most) {
        int used = 0;
        int count = 0;
        while (count < lines.length && (used += lines[count].length() + 1) <= most) {
            count++;
        }
        return count;
    }

    private int fittingFromEnd(int most) {
        int used = 0;
        int count = 0;
        while (count < lines.length && (used += lines[lines.length - 1 - count].length() + 1) <= most) {
            count++;
        }
        return count;
    }

    private LogImage image() {
        return new LogImage(
                image.kind(),
                text(),
                runs(),
                image.sections().stream().map(this::moved).toList(),
                gaps(),
                image.rawBytes(),
                image.rawLines(),
                image.redactions(),
                image.engine());
    }

    private String text() {
        List<String> kept = new ArrayList<>(List.of(lines).subList(0, from));
        kept.addAll(List.of(lines).subList(to, lines.length));
        return String.join("\n", kept);
    }

    /** The pairs before the stretch, then where it ends, then those behind it. */
    private int[] runs() {
        List<Integer> runs = new ArrayList<>();
        int[] old = image.rawRuns();
        for (int i = 0; i + 1 < old.length && old[i] < from; i += 2) {
            runs.addAll(List.of(old[i], old[i + 1]));
        }
        if (to < lines.length) {
            runs.addAll(List.of(from, raw(to)));
        }
        for (int i = 0; i + 1 < old.length; i += 2) {
            if (old[i] > to) {
                runs.addAll(List.of(moved(old[i]), old[i + 1]));
            }
        }
        return runs.stream().mapToInt(Integer::intValue).toArray();
    }

    private int raw(int index) {
        int[] old = image.rawRuns();
        int raw = index + 1;
        for (int i = 0; i + 1 < old.length && old[i] <= index; i += 2) {
            raw = old[i + 1] + index - old[i];
        }
        return raw;
    }

    /** Gaps inside the stretch and at its edges become part of it. */
    private List<Gap> gaps() {
        List<Gap> gaps = new ArrayList<>();
        image.gaps().stream().filter(gap -> gap.after() < from - 1).forEach(gaps::add);
        int before = from == 0 ? 0 : raw(from - 1);
        int behind = to == lines.length ? image.rawLines() + 1 : raw(to);
        gaps.add(new Gap(from - 1, Math.max(1, behind - before - 1)));
        image.gaps().stream()
                .filter(gap -> gap.after() >= to)
                .map(gap -> new Gap(moved(gap.after()), gap.lines()))
                .forEach(gaps::add);
        return gaps;
    }

    private Section moved(Section section) {
        return new Section(section.name(), moved(section.first()), movedEnd(section.last()), section.started());
    }

    /** Where a kept line stands now; of one left out, where the next kept one does. */
    private int moved(int index) {
        return index < from ? index : Math.max(from, index - (to - from));
    }

    /** Where a section that ended there ends now. */
    private int movedEnd(int index) {
        return index < from ? index : Math.max(from - 1, index - (to - from));
    }
}
