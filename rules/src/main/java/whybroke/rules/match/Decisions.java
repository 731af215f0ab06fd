package whybroke.rules.match;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import whybroke.rules.Fingerprint;
import whybroke.rules.RuleId;
import whybroke.rules.library.Confidence;
import whybroke.rules.log.LogLines;
import whybroke.rules.match.course.Course;

/** Writes a judgement down as a {@link Decision}, within its bounds. */
final class Decisions {
    private static final int MOST_CANDIDATES = 3;

    private final JobFacts facts;
    private final LogLines log;
    private final Course course;
    private final Confidence confidence;
    private final Hits hits;

    Decisions(JobFacts facts, LogLines log, Course course, Confidence confidence, Hits hits) {
        this.facts = facts;
        this.log = log;
        this.course = course;
        this.confidence = confidence;
        this.hits = hits;
    }

    Decision of(Judgement judgement) {
        List<Hit> kept = kept(judgement).stream()
                .map(one -> hits.of(one, judgement.lost().get(one)))
                .toList();
        int count = judgement.evidence().size();
        if (judgement.decider() != null) {
            Hit by = hits.of(judgement.decider(), null);
            Double measured = confidence.of(by.tier(), by.evidence());
            return new Decision(new Outcome.Labelled(by, measured), kept, count, by.fingerprint(), null);
        }
        String template = log.size() == 0 ? Template.of(facts) : Template.of(log, course);
        List<Hit> candidates = candidates(judgement);
        return new Decision(
                new Outcome.Unlabelled(why(judgement), candidates), kept, count, group(candidates, template), template);
    }

    private Outcome.Why why(Judgement judgement) {
        if (!judgement.contradicting().isEmpty()) {
            return Outcome.Why.AMBIGUOUS;
        }
        return log.size() == 0 ? Outcome.Why.NO_EVIDENCE : Outcome.Why.NO_RULE;
    }

    /** A wrapper that captures something groups better than a template; it is all it may do. */
    private Fingerprint group(List<Hit> candidates, String template) {
        if (!candidates.isEmpty()
                && candidates.getFirst().tier() == Tier.WRAPPER
                && !candidates.getFirst().captures().isEmpty()) {
            return candidates.getFirst().fingerprint();
        }
        return template == null ? null : Fingerprints.of(template);
    }

    private List<Hit> candidates(Judgement judgement) {
        Map<RuleId, Hit> best = new LinkedHashMap<>();
        for (Evidence one : judgement.candidates()) {
            if (best.size() < MOST_CANDIDATES && !best.containsKey(one.rule().id())) {
                best.put(one.rule().id(), hits.of(one, judgement.lost().get(one)));
            }
        }
        return List.copyOf(best.values());
    }

    /** The decider, then each rule's first, then the earliest of the rest; in line order again. */
    private static Collection<Evidence> kept(Judgement judgement) {
        List<Evidence> all = judgement.evidence();
        if (all.size() <= Decision.MOST_HITS) {
            return all;
        }
        Set<Integer> kept = new HashSet<>();
        Set<RuleId> rules = new HashSet<>();
        for (int i = 0; i < all.size(); i++) {
            if (!judgement.lost().containsKey(all.get(i))) {
                kept.add(i);
            }
        }
        for (int i = 0; i < all.size() && kept.size() < Decision.MOST_HITS; i++) {
            if (rules.add(all.get(i).rule().id())) {
                kept.add(i);
            }
        }
        for (int i = 0; i < all.size() && kept.size() < Decision.MOST_HITS; i++) {
            kept.add(i);
        }
        List<Evidence> inOrder = new ArrayList<>();
        kept.stream().sorted().forEach(i -> inOrder.add(all.get(i)));
        return inOrder;
    }
}
