package whybroke.api.account;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import whybroke.api.problem.Answers;
import whybroke.api.problem.ProblemKind;

/**
 * What every request passes before anything reads it: the headers of every answer, the name we were called by (another
 * site may have pointed its own name at this machine), and whether a browser sends it on another site's behalf.
 */
@ApplicationScoped
public class Gate {
    /** Before signing in (200) and everything else. */
    private static final int FIRST = 1_000;

    private static final Set<String> OURSELVES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");
    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final Answers answers;
    private final Set<String> hosts;

    Gate(Answers answers, HostSettings settings) {
        this.answers = answers;
        this.hosts = Stream.concat(OURSELVES.stream(), settings.names().stream().flatMap(java.util.List::stream))
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    void filters(@Observes Filters filters) {
        filters.register(this::pass, FIRST);
    }

    private void pass(RoutingContext request) {
        SecurityHeaders.put(request);
        if (!OpenPaths.isForMachines(request) && !knowsHost(request)) {
            answers.send(
                    request,
                    ProblemKind.UNKNOWN_HOST,
                    "This service is not known by that host name. Add it to whybroke.hosts if it should be.");
        } else if (!OpenPaths.isForMachines(request) && isForeign(request)) {
            answers.send(
                    request,
                    ProblemKind.CROSS_SITE,
                    "A browser may change things only from our own pages; a program must send a token.");
        } else {
            request.next();
        }
    }

    private boolean knowsHost(RoutingContext request) {
        HostAndPort authority = request.request().authority();
        return authority != null && hosts.contains(authority.host().toLowerCase(Locale.ROOT));
    }

    /** With a token in the header nothing happens behind the sender's back; a cookie is sent along by itself. */
    private static boolean isForeign(RoutingContext request) {
        var http = request.request();
        if (SAFE.contains(http.method()) || http.getHeader("Authorization") != null) {
            return false;
        }
        String site = http.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return !site.equals("same-origin");
        }
        String origin = http.getHeader("Origin");
        return origin == null || !isOurs(origin, http.authority());
    }

    private static boolean isOurs(String origin, HostAndPort authority) {
        int scheme = origin.indexOf("://");
        return scheme > 0 && authority != null && origin.substring(scheme + 3).equalsIgnoreCase(authority.toString());
    }
}
