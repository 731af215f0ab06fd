/**
 * How a job went, read off its log and steps without any rule: which lines belong to which step, where clean-up begins, what
 * tests printed, and what a later attempt made good. The decision uses it to leave out what cannot have broken the job.
 */
package whybroke.rules.match.course;
