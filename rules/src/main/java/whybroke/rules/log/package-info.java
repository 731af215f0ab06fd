/** From a raw byte stream to clean, cut, redacted lines with the way back to raw line numbers. */
package whybroke.rules.log;
