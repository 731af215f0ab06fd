package whybroke.api.problem;

import io.vertx.ext.web.RoutingContext;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** One request's name in our log and in its answer: the caller's W3C trace id when it sent one, else a new one. */
public final class TraceId {
    private static final String KEY = TraceId.class.getName();
    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");
    private static final int BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private TraceId() {}

    public static String of(RoutingContext request) {
        String known = request.get(KEY);
        if (known == null) {
            known = fresh(request.request().getHeader("traceparent"));
            request.put(KEY, known);
        }
        return known;
    }

    private static String fresh(String traceparent) {
        if (traceparent != null && traceparent.length() == 55) {
            var found = TRACEPARENT.matcher(traceparent);
            if (found.matches()) {
                return found.group(1);
            }
        }
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
