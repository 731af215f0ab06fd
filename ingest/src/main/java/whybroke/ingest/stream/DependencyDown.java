package whybroke.ingest.stream;

/** Kafka, PostgreSQL or another dependency of ours does not answer: the record is not at fault, try again. */
public class DependencyDown extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String dependency;

    public DependencyDown(String dependency, Throwable cause) {
        super(dependency + " does not answer: " + cause, cause);
        this.dependency = dependency;
    }

    /** {@code kafka}, {@code postgresql} ... */
    public String dependency() {
        return dependency;
    }
}
