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
 * @param refresh seconds until the page looks again, null for never
 * @param assets version of the style sheets, part of their address
 * @param times zone and clock
 */
public record Shell(
        String title, String section, Viewer viewer, String find, Integer refresh, String assets, Times times) {
    public boolean mayTriage() {
        return viewer != null && viewer.may(Scope.TRIAGE);
    }

    public String zone() {
        return times.zone().getId().equals("Z") ? "UTC" : times.zone().getId();
    }

    public Shell searchingFor(String query) {
        return new Shell(title, section, viewer, query, refresh, assets, times);
    }

    public Shell refreshingAfter(Integer seconds) {
        return new Shell(title, section, viewer, find, seconds, assets, times);
    }
}
