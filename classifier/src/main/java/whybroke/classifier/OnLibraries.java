package whybroke.classifier;

import whybroke.ingest.stream.Wire;

/** The records of {@code whybroke.libraries}; the key says which. */
public sealed interface OnLibraries permits PublishedLibrary, LibraryPointer {
    static OnLibraries read(String key, byte[] value) {
        return switch (key) {
            case LibraryPointer.ACTIVE, LibraryPointer.SHADOW -> Wire.read(value, LibraryPointer.class);
            default -> Wire.read(value, PublishedLibrary.class);
        };
    }
}
