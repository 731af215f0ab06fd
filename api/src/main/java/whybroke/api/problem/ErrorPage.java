package whybroke.api.problem;

/** How an error looks in a browser; whoever owns the pages implements it. */
public interface ErrorPage {
    /** A whole HTML document; everything in {@code problem} is foreign text. */
    String html(Problem problem);
}
