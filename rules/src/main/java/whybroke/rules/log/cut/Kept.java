package whybroke.rules.log.cut;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import whybroke.rules.log.cut.LineStore.Place;

/** The lines that were kept, in order. */
public final class Kept {
    private final ByteArrayOutputStream text = new ByteArrayOutputStream(8 * 1024);
    private int[] numbers = new int[256];
    private int[] raws = new int[256];
    private int size;
    private final int total;

    /** @param total lines there were */
    Kept(int total) {
        this.total = total;
    }

    void add(byte[] bytes, int from, int length, Place place) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * size);
            raws = Arrays.copyOf(raws, 2 * size);
        }
        if (size > 0) {
            text.write('\n');
        }
        text.write(bytes, from, length);
        numbers[size] = place.number();
        raws[size++] = place.raw();
    }

    /** Lines joined by {@code \n}. */
    public byte[] text() {
        return text.toByteArray();
    }

    public int size() {
        return size;
    }

    /** The 1-based raw number of a kept line. */
    public int raw(int index) {
        return raws[index];
    }

    /** True when lines are missing between this kept line and the one before it, or the start. */
    public boolean isAfterGap(int index) {
        return numbers[index] != (index == 0 ? 0 : numbers[index - 1] + 1);
    }

    /** True when lines are missing after the last kept one. */
    public boolean isCutAtEnd() {
        return total > (size == 0 ? 0 : numbers[size - 1] + 1);
    }

    /** Index of the first kept line that has this number or a higher one. */
    public int from(int number) {
        int found = Arrays.binarySearch(numbers, 0, size, number);
        return found < 0 ? -found - 1 : found;
    }
}
