package whybroke.api.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * An error as RFC 9457 writes it.
 *
 * @param instance the address that was asked
 * @param traceId also in our log
 * @param errors what exactly is wrong with the request, null when there is nothing to add
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type, String title, int status, String detail, String instance, String traceId, List<Flaw> errors) {
    public static final String MEDIA_TYPE = "application/problem+json";

    /** @param pointer into the body ({@code /label}), or the name of a parameter */
    public record Flaw(String pointer, String detail) {}
}
