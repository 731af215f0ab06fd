package whybroke.ingest;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * "The same job" across runs: a hash of (provider, host, repository id, pipeline identity, job name).
 *
 * @param hex 32 lower-case hex digits
 */
public record JobKey(@JsonValue String hex) {
    @JsonCreator
    public JobKey {
        if (hex == null || !hex.matches("[0-9a-f]{32}")) {
            throw new IllegalArgumentException("a job key is 32 hex digits, not '" + hex + "'");
        }
    }

    public static JobKey of(String provider, String host, String repositoryId, String pipeline, String job) {
        return new JobKey(FailureId.hash(provider, host, repositoryId, pipeline, job));
    }

    @Override
    public String toString() {
        return hex;
    }
}
