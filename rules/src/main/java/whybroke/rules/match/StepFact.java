package whybroke.rules.match;

import java.time.Instant;

/**
 * One step as the provider reports it.
 *
 * @param number position in the job, from 1
 * @param name as the pipeline's author wrote it
 * @param phase what it is for
 * @param result how it ended
 * @param mayFail its failure does not fail the job
 * @param started null when unknown
 * @param finished null when unknown
 */
public record StepFact(
        int number, String name, Phase phase, StepResult result, boolean mayFail, Instant started, Instant finished) {}
