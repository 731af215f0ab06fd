/** A log sent straight to us by any CI system or a person with a terminal. */
package whybroke.api.upload;
