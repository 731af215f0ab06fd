package whybroke.classifier;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import whybroke.ingest.stream.Wire;
import whybroke.rules.match.JobFacts;

/** The job facts' part of a verdict's identity. */
final class FactsHash {
    private FactsHash() {}

    /** SHA-256 over the facts as they lie on a topic. */
    static String of(JobFacts facts) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Wire.write(facts)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
