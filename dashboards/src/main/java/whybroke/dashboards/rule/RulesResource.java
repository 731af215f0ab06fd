package whybroke.dashboards.rule;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import whybroke.api.account.Viewers;
import whybroke.api.rule.Installation;
import whybroke.api.rule.RuleCatalog;
import whybroke.api.rule.RuleDetail;
import whybroke.api.rule.RuleSummary;
import whybroke.dashboards.failure.Words;
import whybroke.dashboards.page.Shell;
import whybroke.dashboards.page.Shells;
import whybroke.rules.RuleId;

/** The catalogue of the active library. */
@Path("/rules")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class RulesResource {
    @Inject
    Viewers viewers;

    @Inject
    Shells shells;

    @Inject
    RuleCatalog catalog;

    @Inject
    Installation installation;

    @CheckedTemplate(basePath = "rule")
    static class Templates {
        static native TemplateInstance list(Shell shell, List<RuleRow> rows, String library);

        static native TemplateInstance one(Shell shell, RuleView view);
    }

    @GET
    public TemplateInstance list() {
        List<RuleSummary> rules = catalog.all(viewers.current());
        var times = shells.times();
        return Templates.list(
                shells.of("Rules", "rules"),
                rules.stream()
                        .map(rule -> new RuleRow(rule, times.when(rule.lastHit())))
                        .toList(),
                library(rules.size()));
    }

    private String library(int rules) {
        var status = installation.status();
        return status.activeLibrary() == null
                ? "No library has been published yet."
                : Words.count(rules, "rule", "rules") + " in library " + status.activeVersion() + " ("
                        + status.activeLibrary().substring(0, 8) + ").";
    }

    @GET
    @Path("/{tool}/{slug}")
    public TemplateInstance one(@PathParam("tool") String tool, @PathParam("slug") String slug) {
        RuleDetail rule = catalog.one(viewers.current(), id(tool + "/" + slug)).orElseThrow(NotFoundException::new);
        return Templates.one(shells.of(rule.summary().id(), "rules"), RuleView.of(rule, shells.times()));
    }

    private static RuleId id(String path) {
        try {
            return new RuleId(path);
        } catch (IllegalArgumentException e) {
            throw new NotFoundException(e);
        }
    }
}
