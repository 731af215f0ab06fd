/**
 * What became of a verdict, and every answer: PostgreSQL's side of the house.
 *
 * <p>Two halves. What is written arrives on topics: {@code job} keeps finished jobs, {@code verdict} the ledger,
 * {@code cause} what failures have in common, {@code trend} their counts, {@code work} what must wait. What is asked
 * arrives over REST under {@code /api/v1}: {@code failure}, {@code cause}, {@code trend}, {@code search} and
 * {@code rule} answer, {@code upload} takes a log; {@code account} knows who asks, {@code problem} how an error looks.
 * Every question takes a {@link whybroke.api.account.Viewer}: what they may not see does not exist for them.
 */
package whybroke.api;
