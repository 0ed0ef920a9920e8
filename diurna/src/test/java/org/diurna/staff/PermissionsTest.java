package org.diurna.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.diurna.house.Language;
import org.diurna.staff.Permissions.Answer;
import org.junit.jupiter.api.Test;

final class PermissionsTest {
    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");

    private final Permissions permissions = new Permissions(Clock.fixed(NOW, ZoneOffset.UTC));

    private static Person person(Grant... grants) {
        return new Person("pana", "ana@lomara.example", "Ana", Language.of("en"), List.of(grants));
    }

    private static Doer by(Person person, Duration ago) {
        return new Doer.Member(person, NOW.minus(ago), "");
    }

    private static Subject statement(String office, String language, String... named) {
        return new Subject(office, "statement", language, Set.of(named));
    }

    @Test
    void what_nothing_allows_is_refused() {
        for (Act act : Act.values()) {
            assertThat(permissions.ask(by(person(), Duration.ZERO), act, statement("mfa", "en")))
                    .as(act.word())
                    .isEqualTo(Answer.NO);
        }
    }

    @Test
    void every_act_is_carried_by_some_duty_and_by_no_duty_that_does_not_name_it() {
        for (Act act : Act.values()) {
            assertThat(Arrays.stream(Duty.values())
                            .filter(duty ->
                                    Permissions.may(person(Grant.everywhere(duty)), act, statement("mfa", "en"))))
                    .as(act.word())
                    .containsExactlyInAnyOrderElementsOf(act.duties())
                    .isNotEmpty();
        }
    }

    @Test
    void a_duty_ends_at_its_offices_types_and_languages() {
        Person person = person(new Grant(Duty.PUBLISHER, Set.of("belgrade"), Set.of("statement"), Set.of("sr-Latn")));
        assertThat(Permissions.may(person, Act.PUBLISH, statement("belgrade", "sr-Latn")))
                .isTrue();
        assertThat(Permissions.may(person, Act.PUBLISH, statement("cairo", "sr-Latn")))
                .isFalse();
        assertThat(Permissions.may(person, Act.PUBLISH, statement("belgrade", "en")))
                .isFalse();
        assertThat(Permissions.may(person, Act.PUBLISH, new Subject("belgrade", "speech", "sr-Latn", Set.of())))
                .isFalse();
    }

    @Test
    void a_translator_reads_the_languages_that_others_write() {
        Person person = person(new Grant(Duty.TRANSLATOR, Set.of(), Set.of(), Set.of("fr")));
        assertThat(Permissions.may(person, Act.SEE, statement("mfa", "en"))).isTrue();
        assertThat(Permissions.may(person, Act.TRANSLATE, statement("mfa", "en")))
                .isFalse();
        assertThat(Permissions.may(person, Act.TRANSLATE, statement("mfa", "fr")))
                .isTrue();
        assertThat(Permissions.may(person, Act.WRITE, statement("mfa", "fr"))).isFalse();
    }

    @Test
    void a_restriction_closes_the_door_to_everybody_who_is_not_named_and_gives_nobody_a_duty() {
        Person everything = person(Welcome.everything().toArray(Grant[]::new));
        assertThat(Permissions.may(everything, Act.SEE, statement("mfa", "en", "pother")))
                .isFalse();
        assertThat(Permissions.may(everything, Act.SEE, statement("mfa", "en", "pana")))
                .isTrue();
        assertThat(Permissions.may(person(), Act.SEE, statement("mfa", "en", "pana")))
                .isFalse();
    }

    @Test
    void publishing_asks_for_a_proof_of_the_last_ten_minutes() {
        Person publisher = person(Grant.everywhere(Duty.PUBLISHER));
        Subject subject = statement("mfa", "en");
        assertThat(permissions.ask(by(publisher, Duration.ofMinutes(9)), Act.PUBLISH, subject))
                .isEqualTo(Answer.YES);
        assertThat(permissions.ask(by(publisher, Duration.ofMinutes(10)), Act.PUBLISH, subject))
                .isEqualTo(Answer.PROVE_FIRST);
        assertThat(permissions.ask(by(publisher, Duration.ofHours(5)), Act.SEE, subject))
                .isEqualTo(Answer.YES);
        assertThat(permissions.ask(by(person(), Duration.ofHours(5)), Act.PUBLISH, subject))
                .isEqualTo(Answer.NO);
    }

    @Test
    void an_administrator_gives_no_more_than_the_own_reach() {
        Person local = person(new Grant(Duty.ADMINISTRATOR, Set.of("cairo"), Set.of(), Set.of()));
        assertThat(Permissions.mayGrant(local, new Grant(Duty.WRITER, Set.of("cairo"), Set.of(), Set.of())))
                .isTrue();
        assertThat(Permissions.mayGrant(local, Grant.everywhere(Duty.WRITER))).isFalse();
        assertThat(Permissions.mayGrant(local, new Grant(Duty.WRITER, Set.of("cairo", "tokyo"), Set.of(), Set.of())))
                .isFalse();
    }

    @Test
    void the_console_may_everything() {
        assertThat(permissions.ask(new Doer.Operator("command line"), Act.ERASE, statement("mfa", "en", "pother")))
                .isEqualTo(Answer.YES);
    }
}
