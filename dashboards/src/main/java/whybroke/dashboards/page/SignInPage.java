package whybroke.dashboards.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import whybroke.api.account.SignInForm;

/** Where a person shows a token once, so that a session carries it from then on. */
@ApplicationScoped
class SignInPage implements SignInForm {
    @Inject
    Shells shells;

    @CheckedTemplate(basePath = "page")
    static class Templates {
        static native TemplateInstance signIn(Shell shell, String to, String wrong);
    }

    @Override
    public String html(String to, String wrong) {
        return Templates.signIn(shells.bare("Sign in"), to, wrong).render();
    }
}
