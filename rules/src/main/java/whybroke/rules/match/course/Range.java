package whybroke.rules.match.course;

/** Kept lines from {@code first} to {@code last}, both inclusive. */
public record Range(int first, int last) {
    public boolean holds(int line) {
        return first <= line && line <= last;
    }
}
