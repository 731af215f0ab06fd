/** Questions about failures: lists, one with everything known of it, its tail, its ledger. */
package whybroke.api.failure;
