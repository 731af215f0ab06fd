package whybroke.rules.log.redact;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import whybroke.rules.log.redact.Commands.Command;

/** The secrets found in one line. */
final class Spans {
    private record Span(int from, int to, String kind) {}

    private final List<Span> spans = new ArrayList<>();
    private final EnumMap<Command, Integer> commands = new EnumMap<>(Command.class);
    private int end = -1;

    void add(int from, int to, String kind) {
        spans.add(new Span(from, to, kind));
        end = Math.max(end, to);
    }

    /** A command was named up to this place. */
    void saw(Command command, int at) {
        commands.put(command, at);
    }

    /** True when the command was named in the so many bytes before this place. */
    boolean saw(Command command, int before, int bytes) {
        Integer at = commands.get(command);
        return at != null && before - at <= bytes;
    }

    /** True when this place lies before the end of a secret already found. */
    boolean cover(int index) {
        return index < end;
    }

    boolean isEmpty() {
        return spans.isEmpty();
    }

    /** True when the first secret in the line is of this kind. */
    boolean startsWith(String kind) {
        return !spans.isEmpty() && apart().getFirst().kind().equals(kind);
    }

    /** The line with each secret replaced by {@code [redacted:<kind>]}; secrets that overlap become one. */
    byte[] replaceIn(Line line) {
        List<Span> apart = apart();
        ByteArrayOutputStream out = new ByteArrayOutputStream(line.to() - line.from() + 32);
        int at = line.from();
        for (Span span : apart) {
            out.write(line.text(), at, span.from() - at);
            out.writeBytes(("[redacted:" + span.kind() + "]").getBytes(StandardCharsets.US_ASCII));
            at = span.to();
        }
        out.write(line.text(), at, line.to() - at);
        return out.toByteArray();
    }

    int count() {
        return apart().size();
    }

    private List<Span> apart() {
        List<Span> apart = new ArrayList<>();
        for (Span span :
                spans.stream().sorted(Comparator.comparingInt(Span::from)).toList()) {
            Span last = apart.isEmpty() ? null : apart.getLast();
            if (last != null && span.from() < last.to()) {
                apart.set(apart.size() - 1, new Span(last.from(), Math.max(last.to(), span.to()), last.kind()));
            } else {
                apart.add(span);
            }
        }
        return apart;
    }
}
