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
        int at = log.startsWith(HIT) ? 0 : log.indexOf("\n" + HIT) + 1;
        if (at == 0 && !log.startsWith(HIT)) {
            return new Sample(rule, name, facts, log, 0, null);
        }
        int end = log.indexOf('\n', at) < 0 ? log.length() : log.indexOf('\n', at);
        String line = log.substring(at + HIT.length(), end);
        if (log.indexOf("\n" + HIT, end) >= 0) {
            throw new RuleException(where + " marks two lines with " + HIT.strip() + "; one line decides");
        }
        String clean = line.replace(OPEN, "").replace(CLOSE, "");
        int number =
                1 + (int) log.substring(0, at).chars().filter(c -> c == '\n').count();
        return new Sample(
                rule, name, facts, log.substring(0, at) + clean + log.substring(end), number, span(where, line));
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

    private static String span(String where, String line) {
        int open = line.indexOf(OPEN);
        int close = line.indexOf(CLOSE);
        boolean pair = open >= 0 && close > open && open == line.lastIndexOf(OPEN) && close == line.lastIndexOf(CLOSE);
        if (!pair) {
            throw new RuleException(where + " must have one pair of " + OPEN + " " + CLOSE
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
