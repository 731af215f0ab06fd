package whybroke.classifier.index.lucene;

import java.nio.file.Path;

/** Another process holds the index's folder. */
public class IndexLocked extends RuntimeException {
    private static final long serialVersionUID = 1L;

    IndexLocked(Path folder, Throwable cause) {
        super(
                "another whybroke holds the search index in " + folder
                        + "; stop that one, or give this one a data folder of its own",
                cause);
    }
}
