package whybroke.rules.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines that speak of secrets without telling one, and things that only look random. */
class InnocentLinesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "password=***",
                "password: ****",
                "PASSWORD=",
                "password=\"\"",
                "password=${DB_PASSWORD}",
                "password=$DB_PASSWORD",
                "password=%DB_PASSWORD%",
                "password={{ vault_password }}",
                "password=<your password>",
                "password=[secure]",
                "password: [MASKED]",
                "password: required",
                "Password: string;",
                "password = getPassword()",
                "password: process.env.PASSWORD",
                "Access denied for user 'root'@'localhost' (using password: YES)",
                "Enter passphrase for key '/home/me/.ssh/id_rsa':",
                "Password for 'https://bot@git.example.org':",
                "Error: password is invalid, password must not be blank",
                "{\"password\":\"must not be blank\"}",
                "token: null",
                "token=undefined",
                "token: ***",
                "GITHUB_TOKEN: ***",
                "  token: ${{ secrets.GITHUB_TOKEN }}",
                "Input required and not supplied: token",
                "SyntaxError: Unexpected token '<', \"<!DOCTYPE \"... is not valid JSON",
                "error: unexpected token: ident3fier",
                "Unexpected token: STRING_LITERAL_2",
                "Syntax error on token \"}\", delete this token",
                "invalid token: abc123def456",
                "token = lexer.nextToken();",
                "token_type=bearer2 tokens: 4096",
                "max_tokens=4096",
                "Secret: default-token-x2v4b",
                "secret/my-secret-2 created",
                "secretName: tls-2024-cert",
                "imagePullSecrets: regcred2024",
                "secret not found: my-app-secret",
                "--password-stdin",
                "WARNING! Using --password via the CLI is insecure. Use --password-stdin.",
                "PWD=/home/runner/work/shop2",
                "OLDPWD=/tmp/x1y2z3",
                "--token-ttl 24h0m0s",
                "--secret id=npmrc,src=/home/me/.npmrc",
                "Version=4.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089",
                "Authorization: Bearer ***",
                "AUTHORIZATION: basic ***",
                "Authorization: Bearer ${TOKEN}",
                "www-authenticate: Bearer realm=\"https://auth.example.org/token\",service=\"registry.example.org\"",
                "Basic authentication failed, bearer authentication needed",
                "Authorization header missing",
                "https://user@git.example.org/a.git",
                "https://user:***@git.example.org/a.git",
                "https://x-access-token:${TOKEN}@git.example.org/a.git",
                "git+ssh://git@git.example.org:acme/shop.git",
                "npm ERR! 404 https://npm.example.org/@acme%2fshop - Not found",
                "FROM docker://registry.example.org/acme/shop:1.2@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
                "docker://alpine:3.8@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
                "HEAD is now at 0123456789abcdef0123456789abcdef01234567 Fix it",
                "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
                "integrity sha512-z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXcg/SpIdNs6c5H0NE8XYXysP+DGNKHfuwvY7kxvUdBeoGlODJ6+SfaPg==",
                "request id 550e8400-e29b-41d4-a716-446655440000",
                "Cache restored from key: setup-java-Linux-maven-0123456789abcdef",
                "cache key=node-modules-0123456789abcdef",
                "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQC7 user@host",
                "SHA256:nThbg6kXUpJWGl7E1IGOCspRomTxdCARLviKw6E5SY8 (RSA)",
                "sk-learn-contrib-0-24-2 is a package; task-1234567890-disk-sk-ab",
                "npm_config_registry=https://npm.example.org/ npm_package_name=shop",
                "-----BEGIN CERTIFICATE-----",
                "at com.acme.TokenService.token(TokenService.java:42)",
                "org.acme.PasswordTest.password_isHashed: FAILED",
                "Tests: 5 passed, PASS: TestLogin3",
                "eyJ is how a JWT starts",
                "data:application/json;base64,eyJ2ZXJzaW9uIjozLCJzb3VyY2VzIjpbXX0",
                "docker run -u 1000:1000 -p 8080:80 shop",
                "docker run -u root:root shop",
                "mkdir -p /tmp/login/x && cp -p a1 b2",
                "::add-mask::***",
                "Set-Cookie is not allowed",
                "cookie: invalid",
                "sig=short&signature: SHA256withRSA",
                "[redacted:github] is what a secret reads like",
                "AKIA is how a key id starts; AKIAIOSFODNN7 is too short",
                "hf_hub_download(repo_id) and hf_transfer",
                "SG.Widget.Refresh called",
                "squ_are glc_program pul-se hvs.x"
            })
    void line_withoutASecret_isUntouched(String line) {
        LogLines log = Read.log(line);

        assertThat(log.line(0)).isEqualTo(line);
        assertThat(log.redactions()).isZero();
    }
}
