package whybroke.classifier;

import java.util.List;
import java.util.stream.Stream;

/**
 * Who judges now. Taken once per failure, so that no failure is judged by half of one library and half of another.
 *
 * @param shadow null when no library is tried out
 */
record Judges(Judge active, Judge shadow) {
    List<Judge> all() {
        return Stream.of(active, shadow).filter(judge -> judge != null).toList();
    }
}
