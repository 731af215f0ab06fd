package whybroke.rules.library;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import whybroke.rules.match.Tier;

/** How often each kind of evidence was right when it was measured; never typed in by a rule's author. */
public record Confidence(List<Measured> measured) {
    public static final Confidence NONE = new Confidence(List.of());

    /** 97.5% quantile of the normal distribution: a 95% interval has 2.5% on each side. */
    private static final double Z = 1.959964;

    public Confidence {
        measured = List.copyOf(measured);
    }

    /**
     * @param evidence {@code line}, {@code lines} or {@code fact}
     * @param n verdicts seen
     * @param right of them, against what people said
     */
    public record Measured(Tier tier, String evidence, int n, int right) {
        /** Lower end of the 95% Wilson interval of right / n, 4 digits. */
        public double lower() {
            double share = (double) right / n;
            double middle = share + Z * Z / (2 * n);
            double half = Z * Math.sqrt(share * (1 - share) / n + Z * Z / (4.0 * n * n));
            return Math.round((middle - half) / (1 + Z * Z / n) * 10_000) / 10_000.0;
        }
    }

    /** Null when this kind of evidence was never measured. */
    public Double of(Tier tier, String evidence) {
        return measured.stream()
                .filter(one -> one.tier() == tier && one.evidence().equals(evidence) && one.n() > 0)
                .findFirst()
                .map(Measured::lower)
                .orElse(null);
    }

    /** The content of confidence.json; {@code lower} is for readers, it is computed again. */
    public ArrayNode write() {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (Measured one : measured) {
            all.addObject()
                    .put("tier", one.tier().word())
                    .put("evidence", one.evidence())
                    .put("n", one.n())
                    .put("right", one.right())
                    .put("lower", one.lower());
        }
        return all;
    }

    static Confidence read(JsonNode node) {
        List<Measured> measured = new ArrayList<>();
        for (JsonNode one : node) {
            Measured read = new Measured(
                    Tier.of(one.path("tier").asText()),
                    one.path("evidence").asText(),
                    one.path("n").asInt(),
                    one.path("right").asInt());
            if (read.n() < 1 || read.right() < 0 || read.right() > read.n()) {
                throw new RuleException("confidence.json must have 0 <= right <= n and n >= 1, not " + one);
            }
            measured.add(read);
        }
        return new Confidence(measured);
    }
}
