/** Figures over periods, from counts per UTC quarter-hour. Every rate says what it was taken over. */
package whybroke.api.trend;
