/**
 * Finished jobs, green and red, as their providers told them. {@code RecordJob} writes each; of several reports of one
 * job the best stands, whichever came first. A red one shows as a failure at once, before its log was fetched.
 */
package whybroke.api.job;
