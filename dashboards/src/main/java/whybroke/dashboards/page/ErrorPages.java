package whybroke.dashboards.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** When a browser meets an error on a page's address it gets a page; machines keep their problem documents. */
@Provider
public class ErrorPages implements ContainerResponseFilter {
    private static final MediaType HTML = new MediaType("text", "html", "UTF-8");

    @Inject
    Shells shells;

    @CheckedTemplate(basePath = "page")
    static class Templates {
        static native TemplateInstance error(Shell shell, Trouble trouble);
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() < 400 || !Browsers.asks(request) || response.getEntity() instanceof TemplateInstance) {
            return;
        }
        if (response.getStatus() == 401 && "GET".equals(request.getMethod())) {
            signIn(request, response);
            return;
        }
        Trouble trouble = Trouble.of(response.getStatus());
        response.setEntity(
                Templates.error(shells.around(trouble.heading()), trouble).render(), null, HTML);
    }

    private static void signIn(ContainerRequestContext request, ContainerResponseContext response) {
        String wanted = request.getUriInfo().getRequestUri().getRawPath();
        String query = request.getUriInfo().getRequestUri().getRawQuery();
        String back = URLEncoder.encode(query == null ? wanted : wanted + "?" + query, StandardCharsets.UTF_8);
        response.setStatus(303);
        response.setEntity(null);
        response.getHeaders().remove("WWW-Authenticate");
        response.getHeaders().putSingle("Location", URI.create("/sign-in?to=" + back));
    }
}
