package whybroke.dashboards.text;

import io.quarkus.qute.RawString;
import java.util.List;
import java.util.Locale;
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
 * https or mailto and are words otherwise, pictures become their words, and headings sink below the page's own.
 */
public final class Remedy {
    private static final int TOP_HEADING = 3;
    private static final List<String> SCHEMES = List.of("https://", "http://", "mailto:");
    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .escapeHtml(true)
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
        public void visit(Link link) {
            visitChildren(link);
            String address = link.getDestination().strip().toLowerCase(Locale.ROOT);
            if (SCHEMES.stream().noneMatch(address::startsWith)) {
                keepOnlyWords(link);
            }
        }

        @Override
        public void visit(Image image) {
            visitChildren(image);
            keepOnlyWords(image);
        }

        private static void keepOnlyWords(Node node) {
            Node child = node.getFirstChild();
            while (child != null) {
                Node next = child.getNext();
                node.insertBefore(child);
                child = next;
            }
            node.unlink();
        }
    }
}
