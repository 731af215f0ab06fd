package whybroke.api.failure;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import whybroke.api.account.Viewer;
import whybroke.api.account.Visibility;
import whybroke.api.store.Queries;
import whybroke.api.store.Sql;
import whybroke.ingest.FailureId;

/** From the address that people see in their CI system to the failure we know. */
@ApplicationScoped
public class JobLinks {
    private static final int LONGEST = 2_000;

    /** What providers append to the address of a run: its job, its attempt. */
    private static final Pattern INSIDE_RUN = Pattern.compile("/(jobs?|attempts|steps)(/[^/]*)?$");

    private final Queries queries;

    JobLinks(Queries queries) {
        this.queries = queries;
    }

    /**
     * The failure of the job with this address; else the latest failure of the run with this address, or of the run
     * that the address lies in. Fragment, query and a slash at the end do not matter.
     */
    public Optional<FailureId> failure(Viewer viewer, String link) {
        if (link.length() > LONGEST) {
            return Optional.empty();
        }
        List<String> addresses = addresses(link);
        return byJob(viewer, addresses).or(() -> byRun(viewer, addresses));
    }

    private Optional<FailureId> byJob(Viewer viewer, List<String> addresses) {
        return latest(viewer, "and j.url = any (?)", addresses);
    }

    private Optional<FailureId> byRun(Viewer viewer, List<String> addresses) {
        return latest(viewer, "and j.run_url = any (?)", addresses);
    }

    private Optional<FailureId> latest(Viewer viewer, String condition, List<String> addresses) {
        Sql sql = new Sql("select f.id from failure f join job j on j.id = f.id")
                .and("join repository r on r.id = f.repository_id where")
                .and(Visibility.of(viewer, "r"))
                .and(condition, addresses)
                .and("order by f.finished desc, f.id desc limit 1");
        return queries.first(sql, row -> row.failure("id"));
    }

    /** As given, then shorter and shorter as long as what is cut off lies inside a run. */
    static List<String> addresses(String link) {
        List<String> addresses = new ArrayList<>(List.of(link.strip()));
        String bare = link.strip().replaceFirst("[?#].*$", "").replaceFirst("/+$", "");
        addresses.add(bare);
        Matcher inside = INSIDE_RUN.matcher(bare);
        while (inside.find() && addresses.size() < 8) {
            bare = bare.substring(0, inside.start());
            addresses.add(bare);
            inside = INSIDE_RUN.matcher(bare);
        }
        return addresses;
    }
}
