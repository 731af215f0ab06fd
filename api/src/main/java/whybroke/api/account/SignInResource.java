package whybroke.api.account;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** A token for a cookie: by form, or by the link of the start message. */
@Path("/")
@RunOnVirtualThread
public class SignInResource {
    private final BrowserSessions sessions;
    private final Instance<SignInForm> page;

    SignInResource(BrowserSessions sessions, Instance<SignInForm> page) {
        this.sessions = sessions;
        this.page = page;
    }

    @GET
    @Path("sign-in")
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public Response page(@QueryParam("token") String token, @QueryParam("to") String to, RoutingContext request) {
        return token == null ? form(200, to, null) : signIn(token, to, request);
    }

    @POST
    @Path("sign-in")
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public Response signIn(@FormParam("token") String token, @FormParam("to") String to, RoutingContext request) {
        return sessions.open(token == null ? null : token.strip())
                .map(cookie -> Response.seeOther(URI.create(SignInPage.local(to)))
                        .cookie(cookie(cookie, (int) sessions.seconds(), request))
                        .build())
                .orElseGet(() -> form(401, to, "This token is unknown, expired or revoked."));
    }

    @POST
    @Path("sign-out")
    @Operation(hidden = true)
    public Response signOut(@CookieParam(SignInMechanism.COOKIE) String cookie, RoutingContext request) {
        if (Secret.isPlausible(cookie)) {
            sessions.close(cookie);
        }
        return Response.seeOther(URI.create("/sign-in"))
                .cookie(cookie("", 0, request))
                .build();
    }

    private Response form(int status, String to, String wrong) {
        return Response.status(status)
                .type("text/html;charset=UTF-8")
                .header("Cache-Control", "no-store")
                .entity(html(SignInPage.local(to), wrong))
                .build();
    }

    private String html(String to, String wrong) {
        return page.isResolvable() ? page.get().html(to, wrong) : SignInPage.html(to, wrong);
    }

    /** {@code Secure} only where the way here was: a cookie so marked would not come back over plain loopback. */
    private static NewCookie cookie(String value, int seconds, RoutingContext request) {
        return new NewCookie.Builder(SignInMechanism.COOKIE)
                .value(value)
                .path("/")
                .maxAge(seconds)
                .httpOnly(true)
                .secure(request.request().isSSL()
                        || "https".equals(request.request().scheme()))
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }
}
