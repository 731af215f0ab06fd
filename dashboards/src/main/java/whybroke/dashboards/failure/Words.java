package whybroke.dashboards.failure;

import java.util.Locale;
import whybroke.ingest.LogState;
import whybroke.rules.Blame;
import whybroke.rules.Label;
import whybroke.rules.match.Hit;

/** The fixed words of the failure page: what a label, a blame, a log's state or a lost hit is called by people. */
public final class Words {
    private static final String EXCUSE = "Not your code: ";

    private Words() {}

    /** The beginning of the answer: is it mine? */
    static String mine(Label label, Blame blame) {
        if (label == Label.FLAKY_TEST) {
            return "Not this change";
        }
        return switch (blame) {
            case PLATFORM -> "Not your code";
            case SHARED -> "Not your code alone";
            case TEAM ->
                switch (label) {
                    case APP -> "Your code";
                    case DEPENDENCY -> "What your build asks for";
                    case INFRA, PERMISSION -> "Yours to mend";
                    case FLAKY_TEST -> "Not this change";
                };
        };
    }

    public static String whose(Blame blame) {
        return switch (blame) {
            case PLATFORM -> "the platform’s, not yours";
            case TEAM -> "the team’s";
            case SHARED -> "the team’s and the platform’s";
        };
    }

    /** What the label means when no rule's sentence stands behind it. */
    public static String meaning(Label label) {
        return switch (label) {
            case INFRA -> "the machinery or the network failed";
            case PERMISSION -> "somebody or something was refused";
            case DEPENDENCY -> "something from outside cannot be had as asked";
            case FLAKY_TEST -> "it passes and fails on the same commit";
            case APP -> "the code did what it was told and the answer was no";
        };
    }

    /**
     * A rule's sentence after our own beginning: {@code A thing} becomes {@code a thing}, names keep their capital, and
     * what the author already said of mine or not mine is not said twice.
     */
    static String inside(String sentence) {
        if (sentence.startsWith(EXCUSE)) {
            return sentence.substring(EXCUSE.length());
        }
        for (String article : new String[] {"A ", "An ", "The ", "No "}) {
            if (sentence.startsWith(article)) {
                return article.toLowerCase(Locale.ROOT) + sentence.substring(article.length());
            }
        }
        return sentence;
    }

    public static String lost(Hit hit) {
        String reason = hit.lost() == null ? "" : hit.lost();
        return switch (reason) {
            case "recovered" -> "recovered: it went well later";
            case "step passed" -> "in a step that passed";
            case "step may fail" -> "in a step that may fail";
            case "clean-up" -> "in clean-up after the job: never decisive";
            case "later" -> "later than what decided";
            case "lower tier" -> hit.tier().word() + ": something closer to the root was found";
            case "shadow" -> "in shadow: counted, does not label";
            default -> reason;
        };
    }

    /** @param retry as a rule writes it, {@code with-backoff} */
    public static String retry(String retry) {
        return switch (retry == null ? "" : retry.toLowerCase(Locale.ROOT).replace('_', '-')) {
            case "never" -> "no, it would fail again";
            case "once" -> "yes, once";
            case "with-backoff" -> "yes, after a while, not at once";
            default -> "the rule does not say";
        };
    }

    public static String log(LogState state) {
        return switch (state) {
            case WHOLE -> "whole log";
            case CUT -> "log cut";
            case NOT_READY -> "log not ready";
            case EMPTY -> "log empty";
            case EXPIRED -> "log expired";
            case DELETED -> "log deleted";
            case FORBIDDEN -> "log forbidden";
            case UNREACHABLE -> "provider unreachable";
            case TOO_LARGE -> "log too large";
            case BINARY -> "log is not text";
            case NEVER_RAN -> "never ran";
        };
    }

    /** {@code 912 bytes}, {@code 61 MiB}. */
    public static String size(long bytes) {
        if (bytes < 1024) {
            return bytes + " bytes";
        }
        if (bytes < 1024 * 1024) {
            return bytes / 1024 + " KiB";
        }
        return String.format(Locale.ROOT, "%.1f MiB", bytes / 1024.0 / 1024.0);
    }

    /** {@code TIMED_OUT} as {@code timed out}. */
    static String lower(Enum<?> constant) {
        return constant == null ? "" : constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    public static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code 1 failure}, {@code 2 failures}. */
    public static String count(long number, String one, String many) {
        return number(number) + " " + (number == 1 ? one : many);
    }
}
