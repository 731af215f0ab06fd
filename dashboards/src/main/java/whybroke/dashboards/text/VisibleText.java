package whybroke.dashboards.text;

import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.Expression;
import io.quarkus.qute.RawString;
import io.quarkus.qute.ResultMapper;
import io.quarkus.qute.TemplateNode.Origin;
import jakarta.enterprise.event.Observes;

/** Puts {@link Visible} between every value and every HTML page, so that no template can forget it. */
class VisibleText implements ResultMapper {
    void register(@Observes EngineBuilder engine) {
        engine.addResultMapper(new VisibleText());
    }

    @Override
    public int getPriority() {
        return 100; // before the engine's own escaper
    }

    @Override
    public boolean appliesTo(Origin origin, Object result) {
        return !(result instanceof RawString)
                && origin.getVariant()
                        .map(variant -> variant.getContentType().startsWith("text/html"))
                        .orElse(true);
    }

    @Override
    public String map(Object result, Expression expression) {
        return Visible.html(result.toString());
    }
}
