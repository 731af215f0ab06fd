package whybroke.rules.match;

import java.util.ArrayList;
import java.util.List;
import whybroke.rules.library.Rule;

/**
 * That a rule's conditions hold at one place.
 *
 * @param places the deciding line first; empty when facts alone decide
 * @param facts the facts that hold, in words
 * @param weight literal characters the patterns pin down: how specific this is
 */
record Evidence(Rule rule, List<Place> places, List<String> facts, int weight) {
    /** A pattern found on a kept line. */
    record Place(String pattern, int line) {}

    Evidence {
        places = List.copyOf(places);
        facts = List.copyOf(facts);
    }

    /** Index of the deciding kept line, -1 for a fact. */
    int line() {
        return places.isEmpty() ? -1 : places.getFirst().line();
    }

    /** As in {@link Hit#evidence()}. */
    String kind() {
        return places.isEmpty() ? "fact" : places.size() == 1 ? "line" : "lines";
    }

    /** This one, with another condition that holds too. */
    Evidence and(Evidence other) {
        List<Place> all = new ArrayList<>(places);
        all.addAll(other.places);
        List<String> known = new ArrayList<>(facts);
        known.addAll(other.facts);
        return new Evidence(rule, all, known, weight + other.weight);
    }
}
