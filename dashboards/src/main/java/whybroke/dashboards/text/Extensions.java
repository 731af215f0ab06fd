package whybroke.dashboards.text;

import io.quarkus.qute.TemplateExtension;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What templates may ask of plain values. */
@TemplateExtension
class Extensions {
    private Extensions() {}

    static String urlEncode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static String hundredths(float number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }
}
