package whybroke.api.problem;

/**
 * Every way in which a request can fail. The slugs are public and stable; {@code docs/problems.md} explains each.
 */
public enum ProblemKind {
    INVALID("invalid-request", 400, "The request cannot be understood"),
    NOT_SIGNED_IN("not-signed-in", 401, "Sign in first"),
    NOT_ALLOWED("not-allowed", 403, "This token may not do that"),
    CROSS_SITE("cross-site", 403, "The request comes from another site"),
    NOT_FOUND("not-found", 404, "There is no such thing here"),
    METHOD("method-not-allowed", 405, "This address does not know that method"),
    NOT_ACCEPTABLE("not-acceptable", 406, "This cannot be answered in the form asked for"),
    CONFLICT("conflict", 409, "This does not fit what is there"),
    LENGTH_REQUIRED("length-required", 411, "The request must state its length"),
    CHANGED("changed-meanwhile", 412, "Somebody changed it since you read it"),
    TOO_LARGE("too-large", 413, "The request is too large"),
    MEDIA_TYPE("unsupported-media-type", 415, "This kind of content is not read here"),
    UNKNOWN_HOST("unknown-host", 421, "This is not the address of this service"),
    IDENTITY_REUSED("identity-reused", 422, "Another log came under this identity before"),
    VERSION_REQUIRED("version-required", 428, "Say which version you saw"),
    INTERNAL("internal", 500, "Something went wrong here"),
    UNAVAILABLE("unavailable", 503, "Something we need does not answer");

    private final String slug;
    private final int status;
    private final String title;

    ProblemKind(String slug, int status, String title) {
        this.slug = slug;
        this.status = status;
        this.title = title;
    }

    public String type() {
        return "urn:whybroke:problem:" + slug;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** The nearest kind for a status that something else chose. */
    static ProblemKind of(int status) {
        return switch (status) {
            case 401 -> NOT_SIGNED_IN;
            case 403 -> NOT_ALLOWED;
            case 404, 410 -> NOT_FOUND;
            case 405 -> METHOD;
            case 406 -> NOT_ACCEPTABLE;
            case 409 -> CONFLICT;
            case 411 -> LENGTH_REQUIRED;
            case 412 -> CHANGED;
            case 413 -> TOO_LARGE;
            case 415 -> MEDIA_TYPE;
            case 503 -> UNAVAILABLE;
            default -> status >= 400 && status < 500 ? INVALID : INTERNAL;
        };
    }
}
