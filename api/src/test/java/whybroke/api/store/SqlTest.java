package whybroke.api.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SqlTest {
    @Test
    void whatUsersWrote_isOnlyEverAValue() {
        Sql sql = new Sql("select 1 where a = ?", "x'; drop table failure; --").andIf(null, "and b = ?");

        assertThat(sql.text()).doesNotContain("drop").doesNotContain("b =");
        assertThat(sql.values()).containsExactly("x'; drop table failure; --");
    }

    @Test
    void wildcards_loseTheirMeaning() {
        assertThat(Sql.anywhere("100%_\\")).isEqualTo("%100\\%\\_\\\\%");
    }
}
