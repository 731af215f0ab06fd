/** What an error looks like: problem+json (RFC 9457), the same for every address. */
package whybroke.api.problem;
