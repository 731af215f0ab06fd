package whybroke.dashboards.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import whybroke.api.account.Viewers;
import whybroke.api.trend.Figures;
import whybroke.dashboards.text.Times;

/** Makes the {@link Shell} of the current request. */
@ApplicationScoped
public class Shells {
    @Inject
    Viewers viewers;

    @Inject
    Figures figures;

    @Inject
    Assets assets;

    @Inject
    Clock clock;

    public Shell of(String title, String section) {
        return new Shell(title, section, viewers.current(), "", null, assets.version(), times());
    }

    /** Before anybody signed in, or when something went wrong. */
    public Shell bare(String title) {
        return new Shell(title, null, null, "", null, assets.version(), times());
    }

    /** Around an error, whoever asks. */
    Shell around(String title) {
        try {
            return of(title, null);
        } catch (RuntimeException e) {
            return bare(title);
        }
    }

    public Times times() {
        return new Times(clock, figures.lastDays(1).zone());
    }
}
