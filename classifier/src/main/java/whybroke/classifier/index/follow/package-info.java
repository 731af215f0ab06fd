/**
 * Keeps the index in step with what is judged. {@link whybroke.classifier.index.follow.FollowVerdicts} is the loop:
 * {@code VerdictTopic} brings verdicts, {@code Intake} puts what is stored of them, {@code Looks} remembers what was not
 * stored yet, {@code Note} says in each commit how far it has read, {@code Rebuild} starts over from the database.
 */
package whybroke.classifier.index.follow;
