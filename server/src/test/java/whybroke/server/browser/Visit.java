package whybroke.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One person's browser, signed in, in one theme and one width. */
final class Visit implements AutoCloseable {
    private final BrowserContext context;
    private final Page page;
    private final String address;
    private final String look;
    private final List<String> complaints = new ArrayList<>();

    Visit(Browser browser, String address, ColorScheme theme, int width, boolean script) {
        context = browser.newContext(new Browser.NewContextOptions()
                .setColorScheme(theme)
                .setViewportSize(width, 900)
                .setJavaScriptEnabled(script));
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        this.address = address;
        look = theme.name().toLowerCase(java.util.Locale.ROOT) + "-" + width;
    }

    Page page() {
        return page;
    }

    void signIn(String token) {
        open("/sign-in?to=/failures");
        page.fill("#token", token);
        page.click("text=Sign in >> nth=-1");
        page.waitForURL("**/failures");
    }

    void open(String path) {
        page.navigate(address + path);
    }

    /** Nothing that axe knows to be a barrier, nothing wider than the window, nothing the policy had to stop. */
    void isSound(String name) {
        picture(name);
        assertThat(new AxeBuilder(page)
                        .analyze().getViolations().stream()
                                .map(found -> found.getId() + ": " + found.getHelp() + " "
                                        + found.getNodes().stream()
                                                .map(node -> node.getHtml())
                                                .limit(3)
                                                .toList())
                                .toList())
                .as("axe on %s, %s", name, look)
                .isEmpty();
        Object overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(((Number) overflow).intValue())
                .as("wider than the window: %s, %s", name, look)
                .isLessThanOrEqualTo(0);
        assertThat(complaints).as("console of %s, %s", name, look).isEmpty();
    }

    private void picture(String name) {
        String folder = System.getenv("WHYBROKE_SCREENSHOTS");
        if (folder != null) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of(folder, name + "-" + look + ".png")));
        }
    }

    /** Errors that were meant to be are no complaints. */
    void forgive() {
        complaints.clear();
    }

    @Override
    public void close() {
        context.close();
    }
}
