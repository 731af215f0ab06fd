package whybroke.ingest.download;

import java.net.http.HttpHeaders;

/**
 * An answer that is no log.
 *
 * @param status HTTP's
 * @param headers of the answer
 * @param start of its body, at most 2 KiB
 * @param redirected the API itself had sent us on
 */
public record Refusal(int status, HttpHeaders headers, String start, boolean redirected) {
    public String header(String name) {
        return headers.firstValue(name).orElse(null);
    }
}
