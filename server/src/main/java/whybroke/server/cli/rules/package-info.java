/** What authors of rules need: {@code whybroke rules lint | lock | test | bless | new | list | calibrate}. */
package whybroke.server.cli.rules;
