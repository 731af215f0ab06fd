package whybroke.classifier.index.lucene;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.store.MMapDirectory;
import org.jboss.logging.Logger;
import whybroke.classifier.index.text.LogAnalyzer;
import whybroke.ingest.FailureId;

/**
 * The index on disk: one writer, searchers beside it. Written by one thread, searched by any. What was put is searchable
 * after {@link #refresh()} and survives a crash after {@link #commit}; the note given with a commit lies in the same
 * commit as the documents, so that both are always of one age.
 */
public final class IndexFolder implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(IndexFolder.class);
    private static final String SCHEMA = "schema";
    private static final double BUFFER_MEGABYTES = 48;
    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final KnownEntries known;

    private IndexFolder(Directory directory, IndexWriter writer) throws IOException {
        this.directory = directory;
        this.writer = writer;
        this.searchers = new SearcherManager(writer, null);
        this.known = new KnownEntries(searchers);
    }

    /**
     * Opens what is there. An index that is corrupt or of another schema is emptied: {@link #note()} is empty then.
     *
     * @throws IndexLocked when another process holds it
     */
    public static IndexFolder open(Path folder) throws IOException {
        Files.createDirectories(folder);
        Directory directory = new MMapDirectory(folder);
        try {
            return new IndexFolder(directory, writer(directory));
        } catch (LockObtainFailedException e) {
            directory.close();
            throw new IndexLocked(folder.toAbsolutePath(), e);
        } catch (CorruptIndexException
                | IndexFormatTooOldException
                | IndexFormatTooNewException
                | NoSuchFileException
                | FileNotFoundException
                | EOFException e) {
            directory.close();
            LOG.warnf("the search index in %s cannot be read and is built anew: %s", folder, e.getMessage());
            return openEmpty(folder);
        }
    }

    /** Throws away what is there. */
    public static IndexFolder openEmpty(Path folder) throws IOException {
        Directory directory = new MMapDirectory(folder);
        for (String file : directory.listAll()) {
            if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
                directory.deleteFile(file);
            }
        }
        return new IndexFolder(directory, writer(directory));
    }

    private static IndexWriter writer(Directory directory) throws IOException {
        IndexWriter writer = new IndexWriter(directory, config());
        if (writer.getDocStats().maxDoc > 0
                && !Documents.SCHEMA.equals(note(writer).get(SCHEMA))) {
            writer.deleteAll();
            writer.setLiveCommitData(Map.<String, String>of().entrySet());
            writer.commit();
        }
        return writer;
    }

    private static IndexWriterConfig config() {
        return new IndexWriterConfig(new LogAnalyzer())
                .setOpenMode(IndexWriterConfig.OpenMode.CREATE_OR_APPEND)
                .setCodec(new Lucene104Codec(Lucene104Codec.Mode.BEST_COMPRESSION))
                .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                .setCommitOnClose(false);
    }

    /** What was given to the last commit; empty when the index is new or was emptied. */
    public Map<String, String> note() {
        return note(writer);
    }

    private static Map<String, String> note(IndexWriter writer) {
        Map<String, String> note = new HashMap<>();
        Iterable<Map.Entry<String, String>> data = writer.getLiveCommitData();
        if (data != null) {
            data.forEach(entry -> note.put(entry.getKey(), entry.getValue()));
        }
        return note;
    }

    /** Puts what is newer of this and what is there, so that the order of calls does not matter. */
    public void put(Entry fresh) throws IOException {
        FailureId id = fresh.failure().id();
        Entry old = known.of(id);
        if (old == null) {
            write(fresh);
        } else if (fresh.isNewerThan(old)) {
            write(fresh.withWordOf(old));
        } else if (old.withWordOf(fresh) != old) {
            write(old.withWordOf(fresh).withText(textOf(id)));
        }
    }

    private void write(Entry entry) throws IOException {
        writer.updateDocument(new Term(Documents.ID, entry.failure().id().hex()), Documents.of(entry));
        known.add(entry);
    }

    /** Only the word on an entry changed: its text is still the one in the index. */
    private String textOf(FailureId id) throws IOException {
        refresh();
        return search(searcher -> StoredEntries.text(
                searcher, StoredEntries.find(searcher, id.hex()).orElseThrow()));
    }

    public void refresh() throws IOException {
        searchers.maybeRefreshBlocking();
    }

    /** @param note kept with the documents put until now */
    public void commit(Map<String, String> note) throws IOException {
        commitAs(Documents.SCHEMA, note);
    }

    void commitAs(String schema, Map<String, String> note) throws IOException {
        Map<String, String> whole = new HashMap<>(note);
        whole.put(SCHEMA, schema);
        writer.setLiveCommitData(whole.entrySet());
        writer.commit();
    }

    /** Documents searchable now. */
    public long size() throws IOException {
        return search(searcher -> (long) searcher.getIndexReader().numDocs());
    }

    public <T> T search(Work<T> work) throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            return work.on(searcher);
        } finally {
            searchers.release(searcher);
        }
    }

    /** Something asked of one state of the index. */
    @FunctionalInterface
    public interface Work<T> {
        T on(IndexSearcher searcher) throws IOException;
    }

    /** Leaves uncommitted documents behind: commit first. */
    @Override
    public void close() throws IOException {
        known.close();
        searchers.close();
        writer.close();
        directory.close();
    }
}
