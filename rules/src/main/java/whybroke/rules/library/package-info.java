/** Rules on disk and in memory: reading, checking, versioning, locking. */
package whybroke.rules.library;
