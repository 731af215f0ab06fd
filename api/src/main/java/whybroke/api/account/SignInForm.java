package whybroke.api.account;

/** How signing in looks in a browser; whoever owns the pages implements it. */
public interface SignInForm {
    /**
     * @param to a path of ours to go back to
     * @param wrong why it did not work the last time, null at first
     * @return a whole HTML document with a form that posts {@code token} and {@code to} to {@code /sign-in}
     */
    String html(String to, String wrong);
}
