package whybroke.dashboards.text;

import io.quarkus.qute.RawString;
import java.util.Map;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * A rule's remedy as a part of a page. Authors write CommonMark; raw HTML is shown as text, links may only be http,
 * https or mailto, pictures become their words, and headings sink below the page's own.
 */
public final class Remedy {
    private static final int TOP_HEADING = 3;
    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            .attributeProviderFactory(context -> Remedy::decorate)
            .build();

    private Remedy() {}

    /** @param markdown null or blank gives null */
    public static RawString html(String markdown) {
        if (markdown == null || markdown.isBlank()) {
            return null;
        }
        Node document = PARSER.parse(Visible.plain(markdown));
        document.accept(new Tamer());
        return new RawString(RENDERER.render(document));
    }

    private static void decorate(Node node, String tag, Map<String, String> attributes) {
        if ((node instanceof FencedCodeBlock || node instanceof IndentedCodeBlock) && tag.equals("pre")) {
            attributes.put("class", "code");
            attributes.put("tabindex", "0");
        }
        if (node instanceof FencedCodeBlock && tag.equals("code")) {
            attributes.remove("class");
        }
        if (node instanceof Link) {
            attributes.put("rel", "noopener noreferrer");
        }
    }

    private static final class Tamer extends AbstractVisitor {
        @Override
        public void visit(Heading heading) {
            heading.setLevel(Math.min(6, Math.max(TOP_HEADING, heading.getLevel() + 1)));
            visitChildren(heading);
        }

        @Override
        public void visit(Image image) {
            Node child = image.getFirstChild();
            while (child != null) {
                Node next = child.getNext();
                image.insertBefore(child);
                child = next;
            }
            image.unlink();
        }
    }
}
