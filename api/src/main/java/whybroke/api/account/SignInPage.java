package whybroke.api.account;

import java.net.URI;
import whybroke.api.problem.Html;

/** The page that asks for a token. */
final class SignInPage {
    private SignInPage() {}

    static String html(String to, String wrong) {
        return """
                <!doctype html>
                <html lang="en">
                <head><meta charset="utf-8"><title>Sign in · whybroke</title>
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <link rel="stylesheet" href="/assets/tokens.css"><link rel="stylesheet" href="/assets/whybroke.css"></head>
                <body><main>
                <h1>Sign in</h1>
                %s
                <form method="post" action="/sign-in">
                <p><label for="token">Token</label>
                <input id="token" name="token" type="password" autocomplete="current-password" required autofocus></p>
                <input type="hidden" name="to" value="%s">
                <p><button type="submit">Sign in</button></p>
                </form>
                <p>The first administrator's token lies in the file <code>admin-token</code> of the data folder.</p>
                </main></body>
                </html>
                """.formatted(
                        wrong == null ? "" : "<p role=\"alert\">" + Html.escaped(wrong) + "</p>", Html.escaped(to));
    }

    /** A path of ours to go back to; anything else, another host in disguise included, becomes the first page. */
    static String local(String to) {
        try {
            boolean ours = to != null
                    && to.startsWith("/")
                    && !to.startsWith("//")
                    && !to.contains("\\")
                    && !to.startsWith("/sign-")
                    && to.length() < 2_000
                    && URI.create(to).getHost() == null;
            return ours ? to : "/";
        } catch (IllegalArgumentException e) {
            return "/";
        }
    }
}
