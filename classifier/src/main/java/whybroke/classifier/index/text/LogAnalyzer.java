package whybroke.classifier.index.text;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Makes a tail searchable by its {@link Words}: each whole word has a position of its own, its parts lie on the same
 * one. A phrase is therefore a phrase of whole words, and parts of one word are terms on one position.
 */
public final class LogAnalyzer extends Analyzer {
    @Override
    protected TokenStreamComponents createComponents(String field) {
        return new TokenStreamComponents(new LogTokenizer());
    }

    private static final class LogTokenizer extends Tokenizer {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
        private final PositionIncrementAttribute position = addAttribute(PositionIncrementAttribute.class);
        private Words words = new Words("");
        private Iterator<Words.Part> parts = List.<Words.Part>of().iterator();
        private int length;

        @Override
        public void reset() throws IOException {
            super.reset();
            StringWriter text = new StringWriter();
            input.transferTo(text);
            length = text.getBuffer().length();
            words = new Words(text.getBuffer());
            parts = List.<Words.Part>of().iterator();
        }

        @Override
        public boolean incrementToken() {
            clearAttributes();
            if (parts.hasNext()) {
                Words.Part part = parts.next();
                return emit(part.term(), part.start(), part.end(), 0);
            }
            Words.Word word = words.next();
            if (word == null) {
                return false;
            }
            parts = word.parts().iterator();
            return emit(word.term(), word.start(), word.end(), 1);
        }

        private boolean emit(String text, int start, int end, int increment) {
            term.append(text);
            offset.setOffset(correctOffset(start), correctOffset(end));
            position.setPositionIncrement(increment);
            return true;
        }

        @Override
        public void end() {
            try {
                super.end();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            offset.setOffset(correctOffset(length), correctOffset(length));
        }
    }
}
