package whybroke.rules.library;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import whybroke.rules.RuleId;
import whybroke.rules.log.LogLines;
import whybroke.rules.match.JobFacts;
import whybroke.rules.match.JobOutcome;

/**
 * A log beside a rule that says in itself what must come out.
 *
 * @param rule whose
 * @param name of its file, {@code hit-private-repository.log}
 * @param facts of its first line, else none
 * @param text the raw log, markers taken out
 * @param line raw number of the line marked as decisive, from 1; 0 when none is
 * @param span the text marked on it, null when none is
 */
public record Sample(RuleId rule, String name, JobFacts facts, String text, int line, String span) {
    static final String HIT = "=HIT=> ";
    static final String OPEN = "\u2039";
    static final String CLOSE = "\u203A";
    private static final String FACTS = "#facts ";
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** @throws RuleException when its markers or its facts make no sense */
    public static Sample parse(RuleId rule, String name, String marked) {
        String where = rule + "/samples/" + name;
        String log = marked;
        JobFacts facts = JobFacts.NONE;
        if (marked.startsWith(FACTS)) {
            int end = marked.indexOf('\n') < 0 ? marked.length() : marked.indexOf('\n');
            facts = facts(where, marked.substring(FACTS.length(), end));
            log = marked.substring(Math.min(end + 1, marked.length()));
        }
        int mark = log.indexOf(HIT);
        if (mark < 0) {
            return new Sample(rule, name, facts, log, 0, null);
        }
        if (log.indexOf(HIT, mark + 1) >= 0) {
            throw new RuleException(where + " has " + HIT.strip() + " twice; one line decides");
        }
        int start = log.lastIndexOf('\n', mark) + 1;
        int end = log.indexOf('\n', mark) < 0 ? log.length() : log.indexOf('\n', mark);
        String line = log.substring(start, mark) + log.substring(mark + HIT.length(), end);
        String span = span(where, line);
        String clean = line.replace(OPEN + span + CLOSE, span);
        int number =
                1 + (int) log.substring(0, start).chars().filter(c -> c == '\n').count();
        String text = log.substring(0, start) + clean + log.substring(end);
        return new Sample(rule, name, facts, text, number, span);
    }

    public boolean mustHit() {
        return name.startsWith("hit-");
    }

    public boolean mustMiss() {
        return name.startsWith("miss-");
    }

    public LogLines lines() {
        try {
            return LogLines.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
    }

    /** From the first opening mark to the last closing one: logs may hold such characters themselves. */
    private static String span(String where, String line) {
        int open = line.indexOf(OPEN);
        int close = line.lastIndexOf(CLOSE);
        if (open < 0 || close < open) {
            throw new RuleException(where + " must have " + OPEN + " and " + CLOSE
                    + " on its marked line, round what the pattern matches; run: whybroke rules bless");
        }
        return line.substring(open + 1, close);
    }

    private static JobFacts facts(String where, String json) {
        try {
            JobFacts facts = JSON.readValue(json, JobFacts.class);
            return new JobFacts(
                    facts.provider(),
                    facts.repository(),
                    facts.branch(),
                    facts.job(),
                    facts.outcome() == null ? JobOutcome.FAILED : facts.outcome(),
                    facts.providerReason(),
                    facts.exitCode(),
                    facts.signal(),
                    facts.runner(),
                    facts.steps());
        } catch (JsonProcessingException wrong) {
            throw new RuleException(where + " has facts that cannot be read: " + wrong.getOriginalMessage(), wrong);
        }
    }
}
