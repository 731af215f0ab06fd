package whybroke.dashboards.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import whybroke.api.problem.ErrorPage;
import whybroke.api.problem.Problem;

/** An error in a browser: what happened, what to do now, and the trace that finds it in our log. */
@ApplicationScoped
class ProblemPage implements ErrorPage {
    @Inject
    Shells shells;

    @CheckedTemplate(basePath = "page")
    static class Templates {
        static native TemplateInstance problem(Shell shell, Trouble trouble, Problem problem);
    }

    @Override
    public String html(Problem problem) {
        Trouble trouble = Trouble.of(problem.status());
        return Templates.problem(shells.around(trouble.heading()), trouble, problem)
                .render();
    }
}
