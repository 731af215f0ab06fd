package whybroke.classifier;

import whybroke.rules.library.LibraryHash;

/**
 * Which library judges, as it lies on {@code whybroke.libraries}, keyed {@link #ACTIVE} or {@link #SHADOW}. It is sent
 * after the library that it points to.
 *
 * @param hash null when there is none: the shadow was taken away
 */
public record LibraryPointer(LibraryHash hash) implements OnLibraries {
    /** Key of the library that labels. */
    public static final String ACTIVE = "active";
    /** Key of the library that is tried out beside it. */
    public static final String SHADOW = "shadow";
}
