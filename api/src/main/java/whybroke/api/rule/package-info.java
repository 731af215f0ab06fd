/** The rules that judge, and how the installation stands. */
package whybroke.api.rule;
