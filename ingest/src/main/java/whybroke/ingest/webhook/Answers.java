package whybroke.ingest.webhook;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** What senders hear. */
final class Answers {
    private Answers() {}

    /**
     * @param status {@code accepted}, {@code duplicate} or {@code ignored}
     * @param reason why it was ignored, else null
     */
    record Receipt(String status, String reason) {}

    /** RFC 9457. */
    record Problem(String type, String title, int status, String detail) {}

    static Response accepted() {
        return receipt(202, new Receipt("accepted", null));
    }

    static Response duplicate() {
        return receipt(200, new Receipt("duplicate", "this delivery has been accepted before"));
    }

    static Response ignored(String reason) {
        return receipt(200, new Receipt("ignored", reason));
    }

    private static Response receipt(int status, Receipt receipt) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(receipt)
                .build();
    }

    /** @param word names the kind of problem, stable, {@code bad-signature} */
    static Response problem(int status, String word, String title, String detail) {
        Response.ResponseBuilder answer = Response.status(status)
                .type("application/problem+json")
                .entity(new Problem("/problems/" + word, title, status, detail));
        if (status == 503) {
            answer.header("Retry-After", "10");
        }
        return answer.build();
    }
}
