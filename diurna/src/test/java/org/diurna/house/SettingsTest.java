package org.diurna.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SettingsTest {
    @TempDir
    Path folder;

    private Settings read(String yaml) throws Exception {
        Path file = folder.resolve("diurna.yaml");
        Files.writeString(file, yaml);
        return Settings.read(file);
    }

    @Test
    void without_a_file_everything_is_as_usual() {
        Settings settings = Settings.read(folder.resolve("diurna.yaml"));
        assertThat(settings.publicPort()).isEqualTo(8080);
        assertThat(settings.deskPort()).isEqualTo(8081);
        assertThat(settings.deskBind()).isEqualTo("127.0.0.1");
        assertThat(settings.database()).isEmpty();
        assertThat(settings.organisation()).containsOnlyKeys(Language.of("en"));
    }

    @Test
    void a_file_says_what_is_different() throws Exception {
        Files.writeString(folder.resolve("pw"), "word\n");
        Settings settings = read("""
                organisation:
                  en: Ministry of Lomara
                  sr-cyrl: Министарство Ломаре
                since: 2024-12-01
                public:
                  port: 0
                  scheme: https
                desk.port: 9001
                database:
                  url: jdbc:postgresql://db:5432/diurna
                  password-file: pw
                """);
        assertThat(settings.organisation())
                .containsEntry(Language.of("sr-Cyrl"), "Министарство Ломаре")
                .hasSize(2);
        assertThat(settings.since()).isEqualTo(LocalDate.of(2024, 12, 1));
        assertThat(settings.publicPort()).isZero();
        assertThat(settings.scheme()).isEqualTo("https");
        assertThat(settings.deskPort()).isEqualTo(9001);
        assertThat(settings.database().orElseThrow().password()).isEqualTo("word");
        assertThat(settings.toString()).doesNotContain("word\"").doesNotContain("=word");
    }

    @Test
    void all_mistakes_are_told_at_once_with_the_nearest_names() {
        assertThatThrownBy(() -> read("""
                        organisation: {xx-yy-zz-qq: Lomara}
                        authorty: mfa.example
                        since: yesterday
                        public: {port: 70000, scheme: htps, tls-certificate: a.pem}
                        desk: {prot: 1, proxies: "10.0.0.7, proxy.example"}
                        database: {url: "mysql://db"}
                        ledger: {host: ""}
                        """))
                .isInstanceOf(SettingsWrong.class)
                .hasMessageContaining("10 mistakes")
                .hasMessageContaining("There is no setting \"authorty\"; the nearest is \"authority\".")
                .hasMessageContaining("There is no setting \"desk.prot\"; the nearest is \"desk.port\".")
                .hasMessageContaining("\"since\" is \"yesterday\"; it needs a day")
                .hasMessageContaining("\"public.port\" is \"70000\"; it needs a number from 0 to 65535")
                .hasMessageContaining("\"public.scheme\" is \"htps\"; it can be http or https, the nearest is https.")
                .hasMessageContaining("go together; one of them is missing")
                .hasMessageContaining("jdbc:postgresql://host:5432/name")
                .hasMessageContaining("xx-yy-zz-qq")
                .hasMessageContaining("\"ledger.host\"")
                .hasMessageContaining("\"desk.proxies\" has \"proxy.example\"")
                .hasMessageContaining("\n  10. ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "just words",
                "- a\n- list",
                "a: [unclosed",
                "a: &a\n  b: *a",
                "public: &p\n  port: 1\n  more: *p",
                "---\na: 1\n---\nb: 2",
                "\u0000\u0001",
                "organisation: {}",
                "organisation: ''",
                "organisation: [a, b]",
                "ledger: {host: 'Not A Host'}",
                "public: 8080",
                "public: {port: 80.5}",
                "public: {port: }\ndesk: {port: x}"
            })
    void what_cannot_be_settings_is_refused_in_words(String yaml) {
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(SettingsWrong.class)
                .hasMessageContaining(folder.resolve("diurna.yaml").toString());
    }

    @Test
    void a_file_that_is_no_text_or_too_large_is_refused() throws Exception {
        Path file = folder.resolve("diurna.yaml");
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
        assertThatThrownBy(() -> Settings.read(file)).isInstanceOf(SettingsWrong.class);
        Files.write(file, new byte[1_000_001]);
        assertThatThrownBy(() -> Settings.read(file))
                .isInstanceOf(SettingsWrong.class)
                .hasMessageContaining("larger than a settings file can be");
        Files.delete(file);
        Files.createDirectory(file);
        assertThatThrownBy(() -> Settings.read(file)).isInstanceOf(SettingsWrong.class);
    }

    @Test
    void what_is_wrong_about_how_pictures_come_in_is_told_at_once() throws Exception {
        Settings.Intake intake = read("""
                pictures:
                  max-megabytes: 80
                  scanner: 127.0.0.1:3310
                """).intake();
        assertThat(intake.maxMegabytes()).isEqualTo(80);
        assertThat(intake.maxMegapixels()).isEqualTo(Settings.Intake.MEGAPIXELS);
        assertThat(intake.inbox()).isEmpty();
        assertThat(intake.scanner()).contains(java.net.InetSocketAddress.createUnresolved("127.0.0.1", 3310));
        assertThat(read("pictures: {scanner: /run/clamav/clamd.ctl}").intake().scanner())
                .contains(java.net.UnixDomainSocketAddress.of("/run/clamav/clamd.ctl"));
        assertThatThrownBy(() -> read("""
                        pictures:
                          max-megabytes: 900
                          max-megapixels: many
                          inbox: no-such-folder
                          scanner: clamd
                        """))
                .isInstanceOf(SettingsWrong.class)
                .hasMessageContaining("a number from 1 to 200")
                .hasMessageContaining("a number from 1 to 250")
                .hasMessageContaining("there is no such folder")
                .hasMessageContaining("host:port");
    }

    @Test
    void licences_have_a_name_an_address_and_say_who_gets_the_largest_file() throws Exception {
        Settings settings = read("""
                pictures:
                  licences:
                    press-use: {name: Free for reporting, url: "https://mfa.example/en/rights"}
                    agency:
                      name: Agency, one use
                      url: https://agency.example/terms
                      largest: on-request
                """);
        assertThat(settings.licences())
                .containsExactlyInAnyOrder(
                        new Settings.Licence(
                                "press-use",
                                "Free for reporting",
                                java.net.URI.create("https://mfa.example/en/rights"),
                                Settings.Licence.Largest.EVERYBODY),
                        new Settings.Licence(
                                "agency",
                                "Agency, one use",
                                java.net.URI.create("https://agency.example/terms"),
                                Settings.Licence.Largest.ON_REQUEST));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "press-use",
                "{a b: {name: A, url: 'https://a.example'}}",
                "{a: {name: A, url: 'ftp://a.example'}}",
                "{a: {url: 'https://a.example'}}",
                "{a: {name: A, url: 'https://a.example', largest: nobody}}",
                "{a: {name: A, url: 'https://a.example', sizes: 3}}"
            })
    void a_licence_that_is_none_is_told(String yaml) {
        assertThatThrownBy(() -> read("pictures: {licences: " + yaml + "}"))
                .isInstanceOf(SettingsWrong.class)
                .hasMessageContaining("pictures.licences");
    }
}
