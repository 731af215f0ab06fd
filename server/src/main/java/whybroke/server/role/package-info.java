/**
 * Which part of the path this process walks. One artefact holds all stations; a role is the set of channels that are
 * connected, the paths that answer, and whether PostgreSQL and the index are opened.
 */
package whybroke.server.role;
