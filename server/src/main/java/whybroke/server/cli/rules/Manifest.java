package whybroke.server.cli.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The table of contents of a labelled corpus: tab-separated, with a header. */
final class Manifest {
    /** @param secondary a second label that is right too, {@code -} for none */
    record Row(String file, String label, String secondary) {
        boolean accepts(String answer) {
            return answer.equals(label) || answer.equals(secondary);
        }
    }

    private Manifest() {}

    static List<Row> read(Path corpus) throws IOException {
        List<String> lines = Files.readAllLines(corpus.resolve("manifest.tsv"));
        List<String> header = List.of(lines.getFirst().split("\t", -1));
        int file = column(header, "file");
        int label = column(header, "label");
        int secondary = column(header, "secondary");
        List<Row> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            if (cells.length == header.size()) {
                rows.add(new Row(cells[file], cells[label], cells[secondary]));
            }
        }
        return rows;
    }

    private static int column(List<String> header, String name) {
        if (!header.contains(name)) {
            throw new IllegalArgumentException("manifest.tsv has no column '" + name + "'");
        }
        return header.indexOf(name);
    }
}
