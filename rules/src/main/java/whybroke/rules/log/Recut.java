package whybroke.rules.log;

import java.util.List;
import whybroke.rules.log.cut.Keeper;
import whybroke.rules.log.cut.Kept;

/** Cuts lines that were kept once more. */
final class Recut {
    private final LogLines lines;
    /** The number of each kept line where a gap counts as one line; one more at the end. */
    private final int[] numbers;

    Recut(LogLines lines) {
        this.lines = lines;
        numbers = new int[lines.size() + 1];
        for (Gap gap : lines.gaps()) {
            numbers[gap.after() + 1]++;
        }
        for (int i = 1; i <= lines.size(); i++) {
            numbers[i] += numbers[i - 1] + 1;
        }
    }

    LogLines to(LogLimits limits) {
        Keeper keeper = new Keeper(limits.head(), limits.tail(), limits.windows());
        for (int i = 0; i < lines.size(); i++) {
            while (keeper.next() < numbers[i]) {
                keeper.gap();
            }
            int from = lines.start(i);
            int to = lines.end(i);
            boolean alarm = Interest.isAlarm(Interest.of(lines.utf8(), from, to));
            keeper.add(lines.utf8(), from, to - from, lines.rawLine(i), alarm);
        }
        while (keeper.next() < numbers[lines.size()]) {
            keeper.gap();
        }
        Kept kept = keeper.kept();
        return LogLines.of(
                kept,
                lines.kind(),
                sections(kept),
                lines.rawBytes(),
                lines.rawLines(),
                lines.redactions(),
                lines.engine());
    }

    private List<Section> sections(Kept kept) {
        return lines.sections().stream()
                .map(section -> {
                    int first = kept.from(numbers[section.first()]);
                    int end = kept.from(numbers[section.last() + 1]);
                    return new Section(section.name(), first, Math.max(first, end) - 1, section.started());
                })
                .toList();
    }
}
