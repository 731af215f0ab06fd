package whybroke.rules.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static whybroke.rules.log.Made.hex;
import static whybroke.rules.log.Made.jwt;
import static whybroke.rules.log.Made.made;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Secrets as tools print them: none is kept, nor half of one. All are made up here, piece by piece. */
class SecretsTest {
    /**
     * @param line with {@code §} where the secret stands
     * @param secret what must go
     */
    record Leak(String line, String secret) {
        String raw() {
            return line.replace("§", secret);
        }

        @Override
        public String toString() {
            return line;
        }
    }

    static Stream<Leak> leaks() {
        return Stream.of(
                new Leak("fatal: remote said § is not valid", made("gh~p_", 33)),
                new Leak("GH_TOKEN=§", made("gh~o_", 33)),
                new Leak("using installation token §.", made("gh~s_", 33)),
                new Leak("refresh: §", made("gh~r_", 33)),
                new Leak("git clone https://x-access-token:§@git.example.org/acme/shop", made("github~_pat_", 79)),
                new Leak("url\\n§", made("gh~p_", 33)),
                new Leak("curl --header PRIVATE-TOKEN:§ https://git.example.org", made("gl~pat-", 18)),
                new Leak("runner registered with §", made("gl~rt-", 18)),
                new Leak("CI job token § refused", made("gl~cbt-", 22)),
                new Leak("//npm.example.org/:_authToken=§", made("npm~_", 33)),
                new Leak("npm notice using §", made("npm~_", 33)),
                new Leak("slack said: invalid_auth for §", "xo" + "xb-123456789012-1234567890123-" + made("", 21)),
                new Leak("post to https://hooks.slack.com/services/§", "T01ABCDEF/B01ABCDEF/" + made("", 21)),
                new Leak("OpenAI: Incorrect API key provided: §.", made("sk~-", 45)),
                new Leak("ANTHROPIC=§", made("sk~-ant-api03-", 90)),
                new Leak("key § is for tests", made("sk~-proj-", 60)),
                new Leak("stripe: No such customer for §", made("sk~_live_", 24)),
                new Leak("signing with §", made("wh~sec_", 30)),
                new Leak("AWS Access Key Id § does not exist in our records", "AK" + "IA" + "ABCDEFGH12345678"),
                new Leak("credentials: §/20261120/eu-west-1/s3/aws4_request", "AS" + "IA" + "ABCDEFGH12345678"),
                new Leak("aws_secret_access_key = §", made("", 37)),
                new Leak("  \"SecretAccessKey\": \"§\",", made("", 20) + "/+" + made("", 12)),
                new Leak("export AWS_SESSION_TOKEN=§", made("FwoGZXIvYXdzE", 200) + "=="),
                new Leak("maps: key § not authorised", made("AI~za", 33)),
                new Leak("gcloud token §", made("ya2~9.", 60)),
                new Leak("twine upload --password §", made("pypi~-AgEIcHlwaS5vcmc", 100)),
                new Leak("docker login: § has expired", made("dckr~_pat_", 24)),
                new Leak("VAULT says § is expired", made("hv~s.", 90)),
                new Leak("terraform login §", made("", 11) + ".atlas" + "v1." + made("", 60)),
                new Leak("doctl auth init §", hex("dop~_v1_", 64)),
                new Leak("shopify §", hex("shp~at_", 32)),
                new Leak("mail key §", "S" + "G." + made("", 19) + "." + made("", 40)),
                new Leak("databricks configure §", hex("dap~i", 32)),
                new Leak("huggingface: § lacks scope", made("h~f_", 31)),
                new Leak("gem push with §", hex("rubygems~_", 48)),
                new Leak("grafana: §", made("gl~sa_", 40)),
                new Leak("sentry-cli: §", made("sntry~s_", 80)),
                new Leak("doppler run §", made("dp.s~t.", 40)),
                new Leak("pulumi login: §", hex("pu~l-", 40)),
                new Leak("atlassian api: §", made("ATAT~T3xFfGF0", 150)),
                new Leak(
                        "nuget push -k §",
                        made("oy~2", "abcdefghijklmnopqrstuvwxyz0123456789", 40).toLowerCase(Locale.ROOT)),
                new Leak("sonar.login is §", hex("sq~p_", 40)),
                new Leak("jfrog: §", made("AKC~p", 66)),
                new Leak("circleci setup: §", made("CCIPAT~_", 60)),
                new Leak("az login: AADSTS7000215 §", "abc8" + "Q" + "~" + made("", 34)),
                new Leak(
                        "DefaultEndpointsProtocol=https;AccountName=a;AccountKey=§;EndpointSuffix=x",
                        made("", 80) + "=="),
                new Leak("Endpoint=sb://x/;SharedAccessKeyName=Root;SharedAccessKey=§", made("", 40) + "="),
                new Leak("GET https://blob.example.org/a?sv=2024-11-04&sig=§&se=2026", made("", 40) + "%3D"),
                new Leak("GET https://s3.example.org/a?X-Amz-Signature=§", hex("", 64)),
                new Leak("auth header carried § to the server", jwt()),
                new Leak("{\"id_token\":\"§\"}", jwt()),
                new Leak("> Authorization: Bearer §", made("", 24)),
                new Leak("> authorization: Basic §", "YWRtaW46" + made("", 20) + "="),
                new Leak("header \"Authorization\": \"token §\"", hex("", 40)),
                new Leak("curl -H 'Authorization: Bearer §' https://api.example.org", made("", 40)),
                new Leak("sent Bearer § to api", made("", 40)),
                new Leak("http.extraheader=AUTHORIZATION: basic §", "eDp5" + made("", 24)),
                new Leak("< Set-Cookie: session=§; Path=/", made("", 30)),
                new Leak("fatal: unable to access 'https://ci:§@git.example.org/a.git/'", "zq" + "P4ss!w0rd"),
                new Leak("https://deploy:§@host.example.org/a.git", "s3cr3tPassw0rd"),
                new Leak("postgres://app:§@db:5432/shop", "justletters"),
                new Leak("redis://:§@cache:6379/0", "Pa55redis"),
                new Leak("mongodb+srv://root:§@cluster/db", "m0ng0+pw"),
                new Leak("jdbc:oracle:thin:scott/§@db:1521:x", "tigerX1"),
                new Leak("jdbc:mysql://db/x?user=a&password=§&ssl=true", "my5qlpass"),
                new Leak("password=§", "hunter2"),
                new Leak("PASSWORD='§'", "correct horse"),
                new Leak("DB_PASSWORD=§", "letmein"),
                new Leak("spring.datasource.password: §", "s3cr3t!"),
                new Leak("{\"user\":\"a\",\"password\":\"§\"}", "swordfish"),
                new Leak("{\\\"user\\\":\\\"a\\\",\\\"password\\\":\\\"§\\\"}", "swordfish"),
                new Leak("<password>§</password>", "swordfish"),
                new Leak("mysql -uroot -p§ shop", "s3cr3tRoot"),
                new Leak("+ docker login -u bot -p § registry.example.org", "d0ckerPw!"),
                new Leak("+ sshpass -p '§' ssh a", "sshPw99"),
                new Leak("+ curl -u admin:§ https://x", "admin123"),
                new Leak("curl --user 'admin:§' https://x", "pw-of-admin"),
                new Leak("+ tool --password § --user x", "swordfish"),
                new Leak("+ tool --token=§", hex("", 40)),
                new Leak("+ tool --api-key §", made("", 20)),
                new Leak("api_key: §", made("", 29)),
                new Leak("apiKey = \"§\"", hex("", 32)),
                new Leak("X-Api-Key: §", made("", 29)),
                new Leak("Ocp-Apim-Subscription-Key: §", hex("", 32)),
                new Leak("CODECOV_TOKEN=§", "0f8b3c1e-9d2a-4f6b-8a7c-5e4d3c2b1a09"),
                new Leak("client_secret=§&grant_type=x", made("", 30)),
                new Leak("{'secret': '§'}", made("", 30)),
                new Leak("SECRET_KEY_BASE=§", hex("", 128)),
                new Leak("::add-mask::§", "whatever it is"),
                new Leak("##vso[task.setvariable variable=x;issecret=true]§", "whatever it is"),
                new Leak("  \"auth\": \"§\"", "Ym90OnN1cGVyc2VjcmV0"),
                new Leak("machine git.example.org login bot password §", "netrcpw"),
                new Leak("convertTo-SecureString -Password §", "P0werShell"),
                new Leak("ENV TOKEN=§", made("", 24)),
                new Leak("declare -x NPM_TOKEN=\"§\"", made("", 33)));
    }

    @ParameterizedTest
    @MethodSource("leaks")
    void secret_inARealisticLine_isNotKept(Leak leak) {
        LogLines log = Read.log("before\n" + leak.raw() + "\nafter\n");

        assertThat(log.redactions()).isPositive();
        assertThat(log.line(1)).contains("[redacted:");
        assertThat(Read.lines(log)).startsWith("before").endsWith("after").hasSize(3);
        assertGone(log, leak.secret());
    }

    @ParameterizedTest
    @MethodSource("leaks")
    void redactedLine_readAgain_staysAsItIs(Leak leak) {
        String once = Read.log(leak.raw()).image().text();

        LogLines again = Read.log(once);

        assertThat(again.image().text()).isEqualTo(once);
        assertThat(again.redactions()).isZero();
    }

    @ParameterizedTest
    @MethodSource("leaks")
    void secret_anywhereInALongLine_leavesNoHalf(Leak leak) {
        for (int before : List.of(2980, 3010, 3040, 4000, 4096, 65_400, 65_520, 65_536, 80_000)) {
            String filler = "lorem ipsum dolor ".repeat(before / 18 + 1).substring(0, before) + " ";

            LogLines log = Read.log(filler + leak.raw() + " " + "sit amet ".repeat(60));

            assertGone(log, leak.secret());
        }
    }

    @ParameterizedTest
    @MethodSource("leaks")
    void secret_atTheEndOfAVeryLongLine_leavesNoHalf(Leak leak) {
        for (int after : List.of(0, 400, 900, 1000, 1020, 1100, 16_000, 16_380)) {
            String filler = "lorem ipsum dolor ".repeat(10_000);

            LogLines log = Read.log(filler + leak.raw() + " "
                    + "amet sit ".repeat(after / 9 + 1).substring(0, after));

            assertGone(log, leak.secret());
        }
    }

    private static void assertGone(LogLines log, String secret) {
        String text = log.image().text();
        int piece = Math.min(secret.length(), 8);
        assertThat(text).doesNotContain(secret);
        if (secret.length() >= 12) {
            assertThat(text).doesNotContain(secret.substring(secret.length() - piece));
            assertThat(text).doesNotContain(secret.substring(secret.length() / 2, secret.length() / 2 + 6));
        }
    }

    @Test
    void kinds_ofSecrets_areMoreThanForty() {
        assertThat(leaks()).hasSizeGreaterThan(80);
    }

    @Test
    void secret_longerThanALineMayBe_leavesNoEnd() {
        for (int length : List.of(5_000, 20_000, 70_000, 200_000)) {
            String secret = made("", length);

            LogLines log = Read.log("KUBE_SECRET=" + secret + "\nAuthorization: Bearer " + secret + "\nnext\n");

            assertGone(log, secret);
            assertThat(log.image().text()).doesNotContain(secret.substring(100, 120));
            assertThat(log.line(2)).isEqualTo("next");
        }
    }

    @Test
    void manySecrets_onOneLine_areAllGoneAndCounted() {
        String first = made("gh~p_", 33);
        String second = made("gl~pat-", 20);

        LogLines log = Read.log("a " + first + " b " + second + " c password=swordfish");

        assertThat(log.line(0)).isEqualTo("a [redacted:github] b [redacted:gitlab] c password=[redacted:password]");
        assertThat(log.redactions()).isEqualTo(3);
    }

    static Stream<String> hostile() {
        return Stream.of(
                "://a:b -----BEGIN token=eyJ sk- password: cookie: Bearer Basic ::add-mask:: -----END \"auth\" sig= ",
                "eyJ",
                "eyJ-",
                "eyJ.",
                "://",
                "://a:b",
                ":thin:a/",
                "password=",
                "password=(",
                "token=(",
                "token: bearer ",
                "token=\\",
                "secret=',",
                "cookie:",
                "cookie:a=<",
                "authorization=",
                "authorization: bearer ",
                "::add-mask::<",
                "sig=[",
                "&sig=",
                " -p",
                " -p curl login ",
                " -u ",
                "-----BEGIN ",
                "-----BEGIN PRIVATE " + "KEY-----",
                "-----END PRIVATE " + "KEY----- ",
                "ghp_",
                "AKIA",
                "Q~",
                ".atlasv1.",
                "\"auth\":\"",
                "<password>",
                "--token ");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void hostileLines_fullOfClues_areReadInReasonableTime(String clue) {
        String line = clue.repeat(60_000 / clue.length()) + "\n";

        assertTimeout(Duration.ofSeconds(6), () -> Read.log(line.repeat(16)));
    }
}
