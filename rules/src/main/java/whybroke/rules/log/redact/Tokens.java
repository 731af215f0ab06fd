package whybroke.rules.log.redact;

import static whybroke.rules.log.scan.Ascii.alnum;
import static whybroke.rules.log.scan.Ascii.digit;

import java.util.stream.Stream;

/** Tokens that say by their first letters who issued them. */
final class Tokens {
    private Tokens() {}

    static Stream<Clue> clues() {
        return Stream.of(
                        prefixes("github", Alphabet.DOTTED, 20, "ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_"),
                        prefixes("gitlab", Alphabet.DOTTED, 16, "glpat-", "gldt-", "glrt-", "glcbt-", "glptt-"),
                        prefixes("gitlab", Alphabet.DOTTED, 16, "glft-", "glimt-", "glagent-", "gloas-", "glsoat-"),
                        prefixes("gitlab", Alphabet.DOTTED, 16, "glffct-", "glwt-", "GR1348941"),
                        prefixes("npm", Alphabet.ALNUM, 30, "npm_"),
                        prefixes("slack", Alphabet.DOTTED, 10, "xoxb-", "xoxp-", "xoxa-", "xoxr-", "xoxs-", "xoxe-"),
                        prefixes("slack", Alphabet.DOTTED, 10, "xoxe.", "xoxc-", "xoxd-", "xapp-"),
                        prefixes("slack", Alphabet.PATH, 20, "hooks.slack.com/services/"),
                        prefixes("discord", Alphabet.PATH, 40, "discord.com/api/webhooks/"),
                        prefixes("discord", Alphabet.PATH, 40, "discordapp.com/api/webhooks/"),
                        prefixes("teams", Alphabet.PATH, 40, "webhook.office.com/webhookb2/"),
                        prefixes("ai-key", Alphabet.WORD, 16, "sk-ant-", "sk-proj-", "sk-svcacct-", "sk-or-v1-"),
                        words("ai-key", Alphabet.ALNUM, 32, "sk-"),
                        words("stripe", Alphabet.ALNUM, 16, "sk_live_", "sk_test_", "rk_live_", "rk_test_"),
                        words("webhook-secret", Alphabet.DOTTED, 20, "whsec_"),
                        prefixes("google", Alphabet.WORD, 30, "AIza"),
                        words("google", Alphabet.DOTTED, 20, "ya29.", "GOCSPX-"),
                        prefixes("pypi", Alphabet.WORD, 40, "pypi-AgE", "pypi-AgN"),
                        prefixes("docker", Alphabet.WORD, 16, "dckr_pat_", "dckr_oat_"),
                        words("vault", Alphabet.DOTTED, 20, "hvs.", "hvb.", "hvr."),
                        prefixes("digitalocean", Alphabet.ALNUM, 32, "dop_v1_", "doo_v1_", "dor_v1_"),
                        prefixes("shopify", Alphabet.ALNUM, 28, "shpat_", "shpss_", "shpca_", "shppa_"),
                        words("sendgrid", Alphabet.DOTTED, 40, "SG."),
                        words("databricks", Alphabet.HEX, 32, "dapi"),
                        words("huggingface", Alphabet.ALNUM, 30, "hf_", "api_org_"),
                        prefixes("rubygems", Alphabet.HEX, 32, "rubygems_"),
                        prefixes("grafana", Alphabet.DOTTED, 30, "glsa_", "glc_"),
                        words("newrelic", Alphabet.ALNUM, 20, "NRAK-"),
                        prefixes("sentry", Alphabet.DOTTED, 30, "sntrys_", "sntryu_"),
                        words("doppler", Alphabet.DOTTED, 30, "dp.pt.", "dp.st.", "dp.ct.", "dp.sa."),
                        prefixes("planetscale", Alphabet.DOTTED, 30, "pscale_tkn_", "pscale_pw_", "pscale_oauth_"),
                        words("pulumi", Alphabet.HEX, 40, "pul-"),
                        prefixes("atlassian", Alphabet.DOTTED, 20, "ATATT3", "ATCTT3", "ATBB"),
                        words("nuget", Alphabet.ALNUM, 40, "oy2"),
                        prefixes("age", Alphabet.UPPER, 40, "AGE-SECRET-KEY-1"),
                        words("artifactory", Alphabet.ALNUM, 50, "AKCp"),
                        words("artifactory", Alphabet.ALNUM, 40, "cmVmdGtu"),
                        words("sonar", Alphabet.HEX, 32, "sqp_", "squ_", "sqa_"),
                        prefixes("circleci", Alphabet.WORD, 30, "CCIPAT_", "CCIPRJ_"),
                        prefixes("buildkite", Alphabet.HEX, 30, "bkua_"),
                        prefixes("linear", Alphabet.ALNUM, 30, "lin_api_"),
                        words("postman", Alphabet.WORD, 40, "PMAK-"),
                        words("figma", Alphabet.WORD, 30, "figd_"),
                        words("netlify", Alphabet.ALNUM, 30, "nfp_"),
                        words("square", Alphabet.WORD, 20, "sq0atp-", "sq0csp-"),
                        words("supabase", Alphabet.HEX, 40, "sbp_"),
                        words("fly", Alphabet.DOTTED, 40, "fm2_"),
                        Stream.of("AKIA", "ASIA", "ABIA", "ACCA").map(Tokens::awsKeyId),
                        Stream.of(
                                new Clue("eyJ", Tokens::jwt),
                                new Clue(".atlasv1.", Tokens::terraform),
                                new Clue("Q~", Tokens::azure)))
                .flatMap(clues -> clues);
    }

    /** Anywhere, also in the middle of a word. */
    private static Stream<Clue> prefixes(String kind, Alphabet alphabet, int fewest, String... literals) {
        return Stream.of(literals).map(literal -> clue(kind, alphabet, fewest, literal, false));
    }

    /** Only at the start of a word. */
    private static Stream<Clue> words(String kind, Alphabet alphabet, int fewest, String... literals) {
        return Stream.of(literals).map(literal -> clue(kind, alphabet, fewest, literal, true));
    }

    private static Clue clue(String kind, Alphabet alphabet, int fewest, String literal, boolean word) {
        return new Clue(literal, (line, start, end, found) -> {
            if (!line.has(start, literal) || word && inWord(line, start)) {
                return;
            }
            int last = run(line, end, alphabet);
            if (last - end >= fewest) {
                found.add(start, last, kind);
            }
        });
    }

    private static boolean inWord(Line line, int start) {
        int before = line.at(start - 1);
        boolean escaped = line.at(start - 2) == '\\' && (before == 'n' || before == 't');
        return (alnum(before) || before == '_' || before == '-') && !escaped;
    }

    /** A full stop ends a sentence, not a token. */
    private static int run(Line line, int from, Alphabet alphabet) {
        int i = line.run(from, alphabet);
        return i > from && line.at(i - 1) == '.' ? i - 1 : i;
    }

    private static Clue awsKeyId(String literal) {
        return new Clue(literal, (line, start, end, found) -> {
            if (line.has(start, literal)
                    && !alnum(line.at(start - 1))
                    && run(line, end, Alphabet.UPPER) - start == 20) {
                found.add(start, start + 20, "aws-key-id");
            }
        });
    }

    /** Header, payload and mostly a signature, each Base64url; the header is a JSON object. */
    private static void jwt(Line line, int start, int end, Spans found) {
        if (!line.has(start, "eyJ") || alnum(line.at(start - 1))) {
            return;
        }
        int header = run(line, end, Alphabet.WORD);
        if (header - start < 12 || line.at(header) != '.' || run(line, header + 1, Alphabet.WORD) - header < 10) {
            return;
        }
        found.add(start, run(line, header + 1, Alphabet.DOTTED), "jwt");
    }

    private static void terraform(Line line, int start, int end, Spans found) {
        int from = start;
        while (start - from < 14 && alnum(line.at(from - 1))) {
            from--;
        }
        int to = run(line, end, Alphabet.WORD);
        if (start - from == 14 && to - end >= 40) {
            found.add(from, to, "terraform");
        }
    }

    /** A client secret of Entra ID: three characters, a digit, {@code Q~}, over thirty more. */
    private static void azure(Line line, int start, int end, Spans found) {
        int to = run(line, end, Alphabet.DOTTED);
        if (line.has(start, "Q~") && digit(line.at(start - 1)) && to - end >= 31 && start - 4 >= line.from()) {
            found.add(start - 4, to, "azure");
        }
    }
}
