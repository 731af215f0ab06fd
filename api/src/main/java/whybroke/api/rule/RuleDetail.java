package whybroke.api.rule;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/**
 * @param remedy Markdown
 * @param proof the command or source that shows the message
 */
public record RuleDetail(
        @JsonUnwrapped RuleSummary summary,
        String remedy,
        String proof,
        List<String> references,
        String library,
        String libraryVersion) {}
