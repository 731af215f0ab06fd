package whybroke.rules.library;

import java.util.Optional;
import whybroke.rules.log.LogLines;
import whybroke.rules.match.Explained;
import whybroke.rules.match.Hit;

/** Writes into a sample what its rule wins on: the markers follow the matcher, the author looks at the difference. */
public final class Bless {
    private final SampleCheck check;

    public Bless(SampleCheck check) {
        this.check = check;
    }

    /**
     * @param marked the sample's file as it is, with or without markers
     * @return the same with markers; empty when its rule does not win it
     */
    public Optional<String> bless(Sample sample, String marked) {
        LogLines lines = sample.lines();
        Explained explained = check.judge(sample);
        Hit winner = SampleCheck.winner(explained);
        if (winner == null || !winner.rule().equals(sample.rule())) {
            return Optional.empty();
        }
        String head = marked.startsWith("#facts ") ? marked.substring(0, marked.indexOf('\n') + 1) : "";
        if (winner.line() < 0) {
            return Optional.of(head + sample.text());
        }
        String span = explained.start() < 0
                ? lines.line(winner.line())
                : lines.line(winner.line()).substring(explained.start(), explained.end());
        String[] raw = sample.text().split("\n", -1);
        int at = winner.rawLine() - 1;
        int start = raw[at].indexOf(span);
        if (start < 0) {
            throw new RuleException(sample.rule() + "/samples/" + sample.name() + " line " + winner.rawLine()
                    + " has control characters inside the match; take them out of the sample");
        }
        raw[at] = Sample.HIT
                + raw[at].substring(0, start)
                + Sample.OPEN
                + span
                + Sample.CLOSE
                + raw[at].substring(start + span.length());
        return Optional.of(head + String.join("\n", raw));
    }
}
