package whybroke.dashboards.page;

/**
 * An error as a person should read it.
 *
 * @param status of HTTP
 * @param heading what happened
 * @param advice what to do now
 */
public record Trouble(int status, String heading, String advice) {
    static Trouble of(int status) {
        return switch (status) {
            case 400 -> new Trouble(status, "This address cannot be read", "A filter or a page marker in it is wrong.");
            case 401 -> new Trouble(status, "You are not signed in", "Sign in and try again.");
            case 403 ->
                new Trouble(
                        status,
                        "You may not do this",
                        "Your token does not have the right for it, or the form was not sent from our own pages. An"
                                + " administrator can give you a token with more rights.");
            case 404 ->
                new Trouble(
                        status,
                        "There is nothing here that you may see",
                        "The link may be old or mistyped, or the repository may be hidden from you. Paste a CI link or a"
                                + " few words of the log into the search box above.");
            case 405 -> new Trouble(status, "This page cannot do that", "Go back and use the page’s own buttons.");
            case 503 ->
                new Trouble(
                        status,
                        "A part of the service is down",
                        "Nothing that came in is lost. It goes on as soon as that part answers again; look again in a"
                                + " minute.");
            default ->
                status < 500
                        ? new Trouble(status, "This did not work", "The request was not one that we understand.")
                        : new Trouble(
                                status,
                                "Something broke on our side",
                                "It is in our log. What came in is not lost; try again in a minute.");
        };
    }
}
