package whybroke.server.cli.rules;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import whybroke.rules.library.Confidence;
import whybroke.rules.log.LogLines;
import whybroke.rules.match.Hit;
import whybroke.rules.match.JobFacts;
import whybroke.rules.match.Matcher;
import whybroke.rules.match.Outcome;
import whybroke.rules.match.Tier;

@Command(
        name = "calibrate",
        description =
                "Measures how often each kind of evidence is right on a labelled corpus, and writes confidence.json.",
        mixinStandardHelpOptions = true)
final class Calibrate extends OnLibrary {
    @Parameters(paramLabel = "CORPUS", description = "folder with manifest.tsv: columns file, label, secondary")
    private Path corpus;

    private record Kind(Tier tier, String evidence) implements Comparable<Kind> {
        @Override
        public int compareTo(Kind other) {
            int byTier = tier.compareTo(other.tier);
            return byTier != 0 ? byTier : evidence.compareTo(other.evidence);
        }
    }

    @Override
    public Integer call() throws IOException {
        Matcher matcher = Matcher.of(library().read());
        Map<Kind, int[]> seen = new TreeMap<>();
        for (Manifest.Row row : Manifest.read(corpus)) {
            try (InputStream raw = Files.newInputStream(corpus.resolve(row.file()))) {
                if (matcher.match(JobFacts.NONE, LogLines.of(raw)).outcome() instanceof Outcome.Labelled labelled) {
                    Hit by = labelled.by();
                    int[] count = seen.computeIfAbsent(new Kind(by.tier(), by.evidence()), kind -> new int[2]);
                    count[0]++;
                    count[1] += row.accepts(by.label().word()) ? 1 : 0;
                }
            }
        }
        List<Confidence.Measured> measured = new ArrayList<>();
        seen.forEach((kind, n) -> measured.add(new Confidence.Measured(kind.tier(), kind.evidence(), n[0], n[1])));
        Path file = library().root().resolve("confidence.json");
        Files.writeString(file, new Confidence(measured).write().toPrettyString() + "\n");
        measured.forEach(one -> out().printf(
                        "%s %s: %d of %d right, at least %.3f%n",
                        one.tier().word(), one.evidence(), one.right(), one.n(), one.lower()));
        return 0;
    }
}
