package org.diurna.staff;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.JdbcUserCredentialRepository;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Passkeys: registering one, signing in with one, proving with one (Web Authentication Level 3). Spring Security checks
 * what authenticators answer; user verification is always required, and the key is bound to the desk's host name.
 */
@RestController
final class PasskeyApi {
    private static final String CREATION = "diurna.passkey-creation";
    private static final String REQUEST = "diurna.passkey-request";
    private static final int LABEL_MAX = 60;

    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();
    private final Staff staff;
    private final Browsers browsers;
    private final JdbcUserCredentialRepository credentials;

    PasskeyApi(Staff staff, Browsers browsers) {
        this.staff = staff;
        this.browsers = browsers;
        this.credentials = new JdbcUserCredentialRepository(new JdbcTemplate(staff.database.source()));
    }

    @GetMapping("/desk/passkey.js")
    ResponseEntity<byte[]> script() {
        try (InputStream in = PasskeyApi.class.getResourceAsStream("/staff/passkey.js")) {
            if (in == null) {
                throw new IllegalStateException("The program lacks the script for passkeys.");
            }
            return ResponseEntity.ok()
                    .contentType(MediaType.parseMediaType("text/javascript; charset=utf-8"))
                    .cacheControl(CacheControl.maxAge(java.time.Duration.ofMinutes(10)))
                    .body(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("The script for passkeys cannot be read.", e);
        }
    }

    /** What the browser asks an authenticator for, so that somebody signs in. */
    @PostMapping("/passkey/sign-in/options")
    ResponseEntity<String> requestOptions(HttpServletRequest request) {
        PublicKeyCredentialRequestOptions options = operations(request)
                .createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(null));
        request.getSession(true).setAttribute(REQUEST, options);
        return answer(options);
    }

    @PostMapping("/passkey/sign-in")
    ResponseEntity<String> signIn(
            @RequestParam(defaultValue = "/") String then, @RequestBody String body, HttpServletRequest request) {
        if (staff.signIns.tooMany(browsers.origin(request))) {
            return refused(HttpStatus.TOO_MANY_REQUESTS);
        }
        Optional<Person> person = person(body, request);
        if (person.isEmpty()) {
            staff.signIns.failed("passkey", browsers.origin(request));
            return refused(HttpStatus.FORBIDDEN);
        }
        browsers.begin(request, person.get(), "passkey");
        return answer(Map.of("then", Browsers.local(then)));
    }

    /** The same for somebody who has signed in, to be asked for one of the own passkeys. */
    @PostMapping("/passkey/proof/options")
    ResponseEntity<String> proofOptions(HttpServletRequest request) {
        PublicKeyCredentialRequestOptions options = operations(request)
                .createCredentialRequestOptions(
                        new ImmutablePublicKeyCredentialRequestOptionsRequest(authentication(request)));
        request.getSession(true).setAttribute(REQUEST, options);
        return answer(options);
    }

    @PostMapping("/passkey/proof")
    ResponseEntity<String> prove(@RequestBody String body, HttpServletRequest request) {
        SignedIn signedIn = SignedIn.of(request).orElseThrow();
        boolean own = person(body, request)
                .filter(person -> person.id().equals(signedIn.person().id()))
                .isPresent();
        if (!own) {
            staff.signIns.failed("passkey", browsers.origin(request));
            return refused(HttpStatus.FORBIDDEN);
        }
        browsers.proved(request, signedIn, "passkey");
        return answer(Map.of("proved", true));
    }

    /** What the browser asks an authenticator to make. */
    @PostMapping("/passkey/options")
    ResponseEntity<String> creationOptions(HttpServletRequest request) {
        if (!mayAdd(request)) {
            return refused(HttpStatus.UNAUTHORIZED);
        }
        PublicKeyCredentialCreationOptions options = operations(request)
                .createPublicKeyCredentialCreationOptions(
                        new ImmutablePublicKeyCredentialCreationOptionsRequest(authentication(request)));
        request.getSession(true).setAttribute(CREATION, options);
        return answer(options);
    }

    @PostMapping("/passkey")
    ResponseEntity<String> register(@RequestBody String body, HttpServletRequest request) {
        PublicKeyCredentialCreationOptions options = (PublicKeyCredentialCreationOptions) taken(request, CREATION);
        if (options == null || !mayAdd(request)) {
            return refused(HttpStatus.FORBIDDEN);
        }
        try {
            JsonNode sent = json.readTree(body);
            String label = sent.path("label").asString("").strip();
            PublicKeyCredential<AuthenticatorAttestationResponse> credential =
                    json.readValue(sent.path("credential").toString(), new TypeReference<>() {});
            operations(request)
                    .registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                            options,
                            new RelyingPartyPublicKey(
                                    credential,
                                    label.isEmpty()
                                            ? "Passkey"
                                            : label.substring(0, Math.min(label.length(), LABEL_MAX)))));
        } catch (JacksonException | IllegalArgumentException | com.webauthn4j.util.exception.WebAuthnException e) {
            return refused(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Doer by = SignedIn.doer(request);
        staff.trail().note(by, Trail.Note.of("add-passkey", by.id(), ""));
        return answer(Map.of("then", "/account"));
    }

    private boolean mayAdd(HttpServletRequest request) {
        SignedIn signedIn = SignedIn.of(request).orElseThrow();
        return signedIn.readiness() == SignedIn.Readiness.SET_UP
                || staff.permissions().fresh(SignedIn.doer(request));
    }

    /** Whose passkey has answered the challenge of this session, if one has. A challenge is good for one answer. */
    private Optional<Person> person(String body, HttpServletRequest request) {
        PublicKeyCredentialRequestOptions options = (PublicKeyCredentialRequestOptions) taken(request, REQUEST);
        if (options == null) {
            return Optional.empty();
        }
        try {
            PublicKeyCredential<AuthenticatorAssertionResponse> answer = json.readValue(body, new TypeReference<>() {});
            PublicKeyCredentialUserEntity entity =
                    operations(request).authenticate(new RelyingPartyAuthenticationRequest(options, answer));
            return staff.people().find(id(entity.getId()));
        } catch (JacksonException
                | IllegalArgumentException
                | IllegalStateException
                | com.webauthn4j.util.exception.WebAuthnException e) {
            // whatever is wrong with the answer, it is not this person's passkey; the caller counts and notes it
            return Optional.empty();
        }
    }

    private static @Nullable Object taken(HttpServletRequest request, String name) {
        Object options = request.getSession(true).getAttribute(name);
        request.getSession(true).removeAttribute(name);
        return options;
    }

    private static Authentication authentication(HttpServletRequest request) {
        return (Authentication) Optional.ofNullable(request.getUserPrincipal()).orElseThrow();
    }

    private Webauthn4JRelyingPartyOperations operations(HttpServletRequest request) {
        URI address =
                staff.settings.address().orElseGet(() -> URI.create("http://localhost:" + request.getLocalPort()));
        Webauthn4JRelyingPartyOperations operations = new Webauthn4JRelyingPartyOperations(
                new Entities(),
                credentials,
                PublicKeyCredentialRpEntity.builder()
                        .id(address.getHost())
                        .name("Diurna")
                        .build(),
                Set.of(address.toString()));
        operations.setCustomizeCreationOptions(
                options -> options.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build()));
        operations.setCustomizeRequestOptions(
                options -> options.userVerification(UserVerificationRequirement.REQUIRED));
        return operations;
    }

    private ResponseEntity<String> answer(Object value) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(json.writeValueAsString(value));
    }

    private static ResponseEntity<String> refused(HttpStatus status) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body("{}");
    }

    private static String id(Bytes handle) {
        return new String(handle.getBytes(), StandardCharsets.UTF_8);
    }

    /** People as authenticators know them: the handle is the person's id, the name is the mail address. */
    private final class Entities implements PublicKeyCredentialUserEntityRepository {
        @Override
        public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
            return entity(id(handle));
        }

        @Override
        public @Nullable PublicKeyCredentialUserEntity findByUsername(String person) {
            return entity(person);
        }

        private @Nullable PublicKeyCredentialUserEntity entity(String id) {
            return staff.people()
                    .find(id)
                    .map(person -> ImmutablePublicKeyCredentialUserEntity.builder()
                            .id(new Bytes(person.id().getBytes(StandardCharsets.UTF_8)))
                            .name(person.mail())
                            .displayName(person.name())
                            .build())
                    .orElse(null);
        }

        @Override
        public void save(PublicKeyCredentialUserEntity entity) {
            throw new IllegalStateException("People join by invitation, not by passkey.");
        }

        @Override
        public void delete(Bytes handle) {
            throw new IllegalStateException("An account is disabled, not deleted.");
        }
    }
}
