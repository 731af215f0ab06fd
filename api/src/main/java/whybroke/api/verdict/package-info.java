/**
 * The last station of the straight path: {@code RecordVerdict} appends each verdict to the ledger, stores the tail,
 * and computes the failure's current verdict from the ledger: person over history over rule, the latest within a kind.
 *
 * <p>Everything is written so that the same records in any order and any number of times end in the same state: what
 * wins is the greatest of a total order, never the last to arrive. {@code PersonVerdicts} is where people speak.
 */
package whybroke.api.verdict;
