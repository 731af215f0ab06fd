/** The judge: a pure function from job facts and log lines to hits and a decision. */
package whybroke.rules.match;
