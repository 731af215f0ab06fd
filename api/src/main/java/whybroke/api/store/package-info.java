/** How questions are put to PostgreSQL: statements with their values beside them, never inside. */
package whybroke.api.store;
