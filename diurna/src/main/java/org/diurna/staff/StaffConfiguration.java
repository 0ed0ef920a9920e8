package org.diurna.staff;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The desk's one security chain: everything needs a person who has signed in, but signing in itself. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
public class StaffConfiguration {
    private static final String CONTENT_POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; frame-src 'self';"
                    + " form-action 'self'; frame-ancestors 'self'; base-uri 'none'";

    @Bean
    SecurityFilterChain chain(HttpSecurity http) {
        return http.authorizeHttpRequests(
                        requests -> requests.requestMatchers("/sign-in", "/sign-in/*", "/desk/*", "/error")
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/sign-in")))
                .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in"))
                .headers(headers -> headers.frameOptions(frame -> frame.sameOrigin())
                        .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
                .build();
    }

    @Bean
    ConsoleLink consoleLink() {
        return new ConsoleLink();
    }

    @Bean
    SignInPages signInPages(ConsoleLink link, SignInPages.Forms forms) {
        return new SignInPages(link, forms);
    }
}
