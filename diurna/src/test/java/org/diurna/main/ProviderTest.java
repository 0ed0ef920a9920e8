package org.diurna.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diurna.house.Settings;
import org.diurna.house.TestDatabases;
import org.diurna.staff.Duty;
import org.diurna.staff.Grant;
import org.diurna.staff.Members;
import org.diurna.staff.Staff;
import org.junit.jupiter.api.Test;

/** Signing in with an OpenID provider that is a real one, in this process. */
final class ProviderTest {
    private static Settings.SignIn signIn(String issuer) {
        return new Settings.SignIn(
                Optional.empty(),
                "short",
                Optional.of(new Settings.Provider(
                        issuer,
                        "Ministry account",
                        TestProvider.CLIENT,
                        TestProvider.SECRET,
                        "groups",
                        Map.of("press", "publisher offices=cairo"))));
    }

    @Test
    void a_member_of_a_group_signs_in_with_its_duties() {
        try (TestProvider provider = TestProvider.open();
                TestDesk desk = TestDesk.open(
                        new TestDatabases.Fresh("SQLite").place(), signIn(provider.issuer()), Staff.Use.EARNEST)) {
            provider.expect(desk.address() + "/sign-in/provided/organisation");
            Visitor visitor = desk.visitor();
            assertThat(visitor.get("/sign-in").body()).contains("Ministry account");
            HttpResponse<String> form = visitor.follow("/sign-in/provider/organisation");
            assertThat(form.uri().toString()).startsWith(provider.issuer());
            HttpResponse<String> signed = visitor.post(
                    provider.issuer() + "/login", "username", TestProvider.USER, "password", TestProvider.PASSWORD);
            String back = signed.headers().firstValue("Location").orElseThrow();
            assertThat(visitor.follow(back).body()).contains("action=\"/sign-out\"");
            assertThat(desk.staff().people().able())
                    .singleElement()
                    .satisfies(person -> assertThat(person.grants())
                            .containsExactly(new Grant(
                                    Duty.PUBLISHER,
                                    java.util.Set.of("cairo"),
                                    java.util.Set.of(),
                                    java.util.Set.of())));
            assertThat(Members.acts(desk.staff())).isEqualTo(List.of("sign-in", "give-duty"));
        }
    }

    @Test
    void a_provider_that_does_not_answer_stops_neither_the_start_nor_the_other_ways() {
        try (TestDesk desk = TestDesk.open(
                new TestDatabases.Fresh("SQLite").place(), signIn("http://127.0.0.1:1"), Staff.Use.EARNEST)) {
            assertThat(desk.visitor().follow("/sign-in/provider/organisation").body())
                    .contains("the provider does not answer");
            desk.visitor().signIn(desk.staff(), Members.join(desk.staff(), "ana", Grant.everywhere(Duty.WRITER)));
        }
    }
}
