package org.diurna.staff;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.diurna.house.Settings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * Signing in with the organisation's own OpenID provider: authorization code with PKCE (OpenID Connect Core 1.0, section
 * 3.1; RFC 7636). The provider is asked for its endpoints when somebody first signs in, so that the desk starts without.
 */
final class ProviderConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(ProviderConfiguration.class);

    /** The one registration; also the last part of the addresses. */
    private static final String ID = "organisation";

    static final String BEGIN = "/sign-in/provider";
    private static final String BACK = "/sign-in/provided";

    /** The provider asks again who signed in there earlier than this before: so that signing in is a fresh proof. */
    private static final Duration LATELY = Permissions.FRESH;

    private final Settings.Provider provider;
    private final Staff staff;
    private final Browsers browsers;
    private final AtomicReference<@Nullable ClientRegistration> found = new AtomicReference<>();

    ProviderConfiguration(Settings.Provider provider, Staff staff, Browsers browsers) {
        this.provider = provider;
        this.staff = staff;
        this.browsers = browsers;
    }

    void add(HttpSecurity http) {
        ClientRegistrationRepository registrations = id -> ID.equals(id) ? registration() : null;
        DefaultOAuth2AuthorizationRequestResolver resolver =
                new DefaultOAuth2AuthorizationRequestResolver(registrations, BEGIN);
        resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce()
                .andThen(request ->
                        request.additionalParameters(parameters -> parameters.put("max_age", LATELY.toSeconds()))));
        http.oauth2Login(login -> login.clientRegistrationRepository(registrations)
                .authorizedClientRepository(new Forgetful())
                .loginPage("/sign-in")
                .authorizationEndpoint(endpoint -> endpoint.authorizationRequestResolver(resolver))
                .redirectionEndpoint(endpoint -> endpoint.baseUri(BACK + "/*"))
                .successHandler(this::signedIn)
                .failureHandler(this::failed)
                .withObjectPostProcessor(new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
                    @Override
                    public <O extends OAuth2AuthorizationRequestRedirectFilter> O postProcess(O filter) {
                        filter.setAuthenticationFailureHandler(ProviderConfiguration.this::failed);
                        return filter;
                    }
                }));
    }

    private void failed(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        LOG.warn("Signing in with {} failed: {}", provider.issuer(), failure.getMessage());
        response.sendRedirect("/sign-in/unknown");
    }

    private @Nullable ClientRegistration registration() {
        ClientRegistration known = found.get();
        if (known != null) {
            return known;
        }
        try {
            ClientRegistration registration = ClientRegistrations.fromIssuerLocation(provider.issuer())
                    .registrationId(ID)
                    .clientId(provider.client())
                    .clientSecret(provider.secret())
                    .clientName(provider.label())
                    .redirectUri("{baseUrl}" + BACK + "/{registrationId}")
                    .scope("openid", "profile", "email")
                    .build();
            found.set(registration);
            return registration;
        } catch (IllegalArgumentException | IllegalStateException e) {
            LOG.warn("The provider {} cannot be asked for its endpoints: {}", provider.issuer(), e.getMessage());
            return null;
        }
    }

    private void signedIn(HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        OidcUser user =
                (OidcUser) Optional.ofNullable(authentication.getPrincipal()).orElseThrow();
        String subject = Optional.ofNullable(user.getSubject()).orElseThrow();
        String mail = Boolean.TRUE.equals(user.getEmailVerified())
                ? Optional.ofNullable(user.getEmail()).orElse("")
                : "";
        String name = Optional.ofNullable(user.getFullName()).orElse(mail);
        List<String> groups = Optional.ofNullable(user.getClaimAsStringList(provider.groups()))
                .orElse(List.of());
        Optional<Person> person = staff.identities.admit(
                new Identities.Claim(
                        provider.issuer(), subject, mail, name, groups.stream().collect(Collectors.toSet())),
                browsers.origin(request));
        if (person.isEmpty()) {
            response.sendRedirect("/sign-in/unknown");
            return;
        }
        // a provider that does not say when proves nothing for what bites
        Instant proved = Optional.ofNullable(user.getAuthenticatedAt()).orElse(Instant.EPOCH);
        browsers.begin(request, person.get(), "provider", proved);
        response.sendRedirect("/");
    }

    /** The provider's tokens are not needed once somebody has signed in, and are not kept. */
    private static final class Forgetful implements OAuth2AuthorizedClientRepository {
        @Override
        @SuppressWarnings("TypeParameterUnusedInFormals") // as the interface has it
        public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
                String registration, @Nullable Authentication principal, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {
            // see above
        }

        @Override
        public void removeAuthorizedClient(
                String registration,
                @Nullable Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {
            // see above
        }
    }
}
