package org.diurna.staff;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.diurna.house.Outbox;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The desk's one security chain: everything needs a person who has signed in, but signing in itself. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableSpringHttpSession
public class StaffConfiguration {
    /** Of a session in which nobody has signed in. */
    private static final Duration STRANGER = Duration.ofMinutes(30);

    private static final String BEARER = "Bearer ";
    private static final String READY = "ROLE_READY";
    private static final String SET_UP = "ROLE_SET_UP";
    private static final String CONTENT_POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; frame-src 'self';"
                    + " script-src 'self'; connect-src 'self';"
                    + " form-action 'self'; frame-ancestors 'self'; base-uri 'none'";

    /**
     * The management API: a token and nothing else opens it. No session is read or begun, so a cookie means nothing here,
     * and no form of another site can do anything.
     */
    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, Staff staff, Browsers browsers) {
        return http.securityMatcher("/api/**")
                .securityContext(context -> context.securityContextRepository(new FromToken(staff, browsers)))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .anonymous(anonymous -> anonymous.disable())
                .logout(logout -> logout.disable())
                // each call says itself whether it is for anybody, and its own answer to a stranger is a problem
                // document
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'"))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER)))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain chain(HttpSecurity http, Staff staff, Browsers browsers) {
        http.securityContext(context -> context.securityContextRepository(new FromSitting(browsers)))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/sign-in", "/sign-in/**", "/welcome/*", "/passkey/sign-in", "/passkey/sign-in/*")
                        .permitAll()
                        // who has the word of the link is let in there, and nowhere else
                        .requestMatchers("/expert/**", "/embargo/**")
                        .permitAll()
                        .requestMatchers("/desk/*", "/language", "/error")
                        .permitAll()
                        .requestMatchers("/account/**", "/passkey", "/passkey/**", "/sign-out")
                        .hasAnyAuthority(READY, SET_UP)
                        .anyRequest()
                        .hasAuthority(READY))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(
                                (request, response, _) -> response.sendRedirect(signIn(request)))
                        .accessDeniedHandler(StaffConfiguration::denied))
                .logout(logout -> logout.disable())
                .headers(headers -> headers.frameOptions(frame -> frame.sameOrigin())
                        .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)));
        staff.settings.provider().ifPresent(provider -> new ProviderConfiguration(provider, staff, browsers).add(http));
        return http.build();
    }

    private static String signIn(HttpServletRequest request) {
        boolean page =
                request.getMethod().equals("GET") && !request.getRequestURI().equals("/");
        return page ? "/sign-in?then=" + request.getRequestURI() : "/sign-in";
    }

    /** Who has not finished setting up goes on with it; what is left is a form that this desk did not make. */
    private static void denied(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        if (request.isUserInRole(SET_UP) && request.getMethod().equals("GET")) {
            response.sendRedirect("/account/set-up");
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    /** Who asks, from the sitting that the browser's session names; looked up when the first rule needs it. */
    private record FromSitting(Browsers browsers) implements SecurityContextRepository {
        @Override
        @SuppressWarnings("deprecation")
        public SecurityContext loadContext(HttpRequestResponseHolder holder) {
            return context(holder.getRequest());
        }

        private SecurityContext context(HttpServletRequest request) {
            return browsers.signedIn(request)
                    .map(signedIn -> {
                        String role = signedIn.readiness() == SignedIn.Readiness.READY ? READY : SET_UP;
                        PreAuthenticatedAuthenticationToken token = new PreAuthenticatedAuthenticationToken(
                                signedIn, "", List.of(new SimpleGrantedAuthority(role)));
                        return new SecurityContextImpl(token);
                    })
                    .orElseGet(SecurityContextImpl::new);
        }

        @Override
        public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
            // a sitting is begun by signing in, and by nothing else
        }

        @Override
        public boolean containsContext(HttpServletRequest request) {
            return browsers.signedIn(request).isPresent();
        }
    }

    /** Who asks, from the token in the {@code Authorization} field (RFC 6750 section 2.1); never from the address. */
    private record FromToken(Staff staff, Browsers browsers) implements SecurityContextRepository {
        @Override
        @SuppressWarnings("deprecation")
        public SecurityContext loadContext(HttpRequestResponseHolder holder) {
            HttpServletRequest request = holder.getRequest();
            Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                    .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                    .map(value -> value.substring(BEARER.length()).strip())
                    .flatMap(token -> staff.integrations()
                            .speaks(token, browsers.origin(request).kept()))
                    .ifPresent(doer -> request.setAttribute(Integrations.ATTRIBUTE, doer));
            return new SecurityContextImpl();
        }

        @Override
        public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
            // a token is shown with each request
        }

        @Override
        public boolean containsContext(HttpServletRequest request) {
            return false;
        }
    }

    @Bean
    JdbcIndexedSessionRepository sessions(Staff staff) {
        JdbcIndexedSessionRepository sessions = new JdbcIndexedSessionRepository(
                new JdbcTemplate(staff.database.source()), new TransactionTemplate(staff.database.transactions()));
        sessions.setTableName("desk_session");
        sessions.setDefaultMaxInactiveInterval(STRANGER);
        // "on conflict do update", which both databases know: two requests may save one new word at once
        new PostgreSqlJdbcIndexedSessionRepositoryCustomizer().customize(sessions);
        return sessions;
    }

    @Bean
    FilterRegistrationBean<SessionRepositoryFilter<?>> sessionFilter(SessionRepositoryFilter<?> filter) {
        FilterRegistrationBean<SessionRepositoryFilter<?>> registration = new FilterRegistrationBean<>(filter);
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR, DispatcherType.ASYNC));
        registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER);
        return registration;
    }

    @Bean
    CookieSerializer cookie(Staff staff) {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName("desk");
        cookie.setSameSite("Lax");
        cookie.setUseHttpOnlyCookie(true);
        staff.settings
                .address()
                .filter(address -> "https".equals(address.getScheme()))
                .ifPresent(_ -> cookie.setUseSecureCookie(true));
        return cookie;
    }

    @Bean
    Browsers browsers(Staff staff) {
        return new Browsers(staff);
    }

    @Bean
    SignInPages signInPages(Staff staff, Browsers browsers, StaffPages.Looks looks) {
        return new SignInPages(staff, browsers, looks);
    }

    @Bean
    ProofPages proofPages(Staff staff, Browsers browsers, StaffPages.Looks looks) {
        return new ProofPages(staff, browsers, looks);
    }

    @Bean
    WebMvcConfigurer proofs(ProofPages proofs) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(proofs);
            }
        };
    }

    @Bean
    AccountPages accountPages(Staff staff, Browsers browsers, StaffPages.Looks looks, ProofPages proofs) {
        return new AccountPages(staff, browsers, looks, proofs);
    }

    @Bean
    PasskeyApi passkeyApi(Staff staff, Browsers browsers) {
        return new PasskeyApi(staff, browsers);
    }

    @Bean
    StaffPages staffPages(Staff staff, StaffPages.Looks looks, ProofPages proofs) {
        return new StaffPages(staff, looks, proofs);
    }

    @Bean
    IntegrationPages integrationPages(Staff staff, StaffPages.Looks looks, ProofPages proofs) {
        return new IntegrationPages(staff, looks, proofs);
    }

    @Bean
    AuditPages auditPages(Staff staff, StaffPages.Looks looks) {
        return new AuditPages(staff, looks);
    }

    @Bean
    MailPages mailPages(Staff staff, Outbox outbox, StaffPages.Looks looks, Correspondence correspondence) {
        return new MailPages(staff, outbox, looks, correspondence.leaves());
    }

    /**
     * What the desk must know of the organisation's mail.
     *
     * @param leaves whether there is a mail server
     */
    public record Correspondence(boolean leaves) {}
}
