package whybroke.classifier;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import java.nio.charset.StandardCharsets;
import whybroke.rules.library.LibraryHash;
import whybroke.rules.library.RuleLibrary;

/**
 * A rule library as it lies on {@code whybroke.libraries}, keyed by its hash; immutable once published.
 *
 * @param hash its identity
 * @param version in words, {@code 2026.11.0}
 * @param bundle zstd of {@link RuleLibrary#bundle()} in UTF-8; must not be changed
 */
@SuppressWarnings("ArrayRecordComponent")
public record PublishedLibrary(LibraryHash hash, String version, byte[] bundle) implements OnLibraries {
    /** Larger than any library that fits into a record; what claims more is not one of ours. */
    private static final int MOST_BYTES = 64 * 1024 * 1024;

    private static final int LEVEL = 9;

    public static PublishedLibrary of(RuleLibrary library) {
        byte[] bundle = library.bundle().getBytes(StandardCharsets.UTF_8);
        return new PublishedLibrary(library.hash(), library.version(), Zstd.compress(bundle, LEVEL));
    }

    /** Its key on the topic. */
    public String key() {
        return hash.hex();
    }

    /** @throws IllegalArgumentException when the bundle cannot be read or is not the library that its hash promises */
    public RuleLibrary open() {
        RuleLibrary library = RuleLibrary.parse(new String(unpack(), StandardCharsets.UTF_8));
        if (!library.hash().equals(hash)) {
            throw new IllegalArgumentException(
                    "library " + hash.brief() + " holds " + library.hash().brief());
        }
        return library;
    }

    private byte[] unpack() {
        long size = Zstd.getFrameContentSize(bundle);
        if (size < 0 || size > MOST_BYTES) {
            throw new IllegalArgumentException("library " + hash.brief() + " has no readable bundle");
        }
        try {
            return Zstd.decompress(bundle, (int) size);
        } catch (ZstdException e) {
            throw new IllegalArgumentException("library " + hash.brief() + " has no readable bundle", e);
        }
    }
}
