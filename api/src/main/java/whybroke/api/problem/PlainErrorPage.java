package whybroke.api.problem;

/** The error page of a process without pages, and of pages that fail themselves. */
final class PlainErrorPage {
    private PlainErrorPage() {}

    static String html(Problem problem) {
        return """
                <!doctype html>
                <html lang="en">
                <head><meta charset="utf-8"><title>%1$s · whybroke</title>
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <link rel="stylesheet" href="/assets/tokens.css"><link rel="stylesheet" href="/assets/whybroke.css"></head>
                <body><main><h1>%1$s</h1><p>%2$s</p><p>Trace <code>%3$s</code></p><p><a href="/">whybroke</a></p></main></body>
                </html>
                """.formatted(
                        Html.escaped(problem.title()), Html.escaped(problem.detail()), Html.escaped(problem.traceId()));
    }
}
