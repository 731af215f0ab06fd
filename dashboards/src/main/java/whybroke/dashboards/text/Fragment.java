package whybroke.dashboards.text;

import io.quarkus.qute.RawString;

/** A highlighted piece of a log, as a search hands it out: escaped, with matches in {@code <mark>}. */
public final class Fragment {
    private Fragment() {}

    /** Trusts only the two marks: if any other markup is in it, all of it is shown as text. */
    public static RawString html(String fragment) {
        String bare = fragment.replace("<mark>", "").replace("</mark>", "");
        boolean clean = bare.indexOf('<') < 0 && bare.indexOf('>') < 0;
        return new RawString(clean ? Visible.plain(fragment) : Visible.html(fragment));
    }
}
