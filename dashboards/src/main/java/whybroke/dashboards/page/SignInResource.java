package whybroke.dashboards.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** Where a person shows a token once, so that a session carries it from then on. */
@Path("/sign-in")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class SignInResource {
    @Inject
    Shells shells;

    @CheckedTemplate(basePath = "page")
    static class Templates {
        static native TemplateInstance signIn(Shell shell, String to, boolean refused);
    }

    @GET
    public TemplateInstance form(@QueryParam("to") String to, @QueryParam("refused") boolean refused) {
        return Templates.signIn(shells.bare("Sign in"), isOurs(to) ? to : "/", refused);
    }

    /** Only a path of our own: nobody is sent elsewhere after signing in. */
    private static boolean isOurs(String to) {
        return to != null && to.startsWith("/") && !to.startsWith("//") && to.indexOf('\\') < 0;
    }
}
