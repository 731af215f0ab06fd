package whybroke.dashboards.page;

import whybroke.api.account.Scope;
import whybroke.api.account.Viewer;
import whybroke.dashboards.text.Times;

/**
 * What stands around every page.
 *
 * @param title of the page, without ours
 * @param section of the navigation it belongs to: {@code failures}, {@code causes}, {@code rules}, null for none
 * @param viewer who looks, null before signing in
 * @param find what stands in the search box
 * @param again when the page looks again by itself, null for never
 * @param assets version of the style sheets, part of their address
 * @param times zone and clock
 */
public record Shell(String title, String section, Viewer viewer, String find, Again again, String assets, Times times) {
    /**
     * @param seconds until then
     * @param state what is shown now: only another one is worth loading the page for
     */
    public record Again(int seconds, String state) {}

    public boolean mayTriage() {
        return viewer != null && viewer.may(Scope.TRIAGE);
    }

    public String zone() {
        return times.zone().getId().equals("Z") ? "UTC" : times.zone().getId();
    }

    public Shell searchingFor(String query) {
        return new Shell(title, section, viewer, query, again, assets, times);
    }

    public Shell lookingAgain(Again when) {
        return new Shell(title, section, viewer, find, when, assets, times);
    }
}
