package whybroke.api.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import whybroke.api.failure.Excerpt.Piece;

class PiecesTest {
    @Test
    void captures_areMarkedWhereTheyStand() {
        assertThat(Pieces.of("status 503 from repo", List.of("503", "repo")))
                .containsExactly(
                        new Piece("status ", false),
                        new Piece("503", true),
                        new Piece(" from ", false),
                        new Piece("repo", true));
    }

    @Test
    void capturesThatOverlapOrAreNotThere_doNoHarm() {
        assertThat(Pieces.of("abcdef", List.of("abc", "bcd", "nowhere", "")))
                .containsExactly(new Piece("abcd", true), new Piece("ef", false));
        assertThat(Pieces.of("", List.of("a"))).isEmpty();
        assertThat(Pieces.of("abc", List.of("abc"))).containsExactly(new Piece("abc", true));
    }
}
