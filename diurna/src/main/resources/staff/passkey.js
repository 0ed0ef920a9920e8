// Passkeys: the one script of the sign-in pages. Without it a password and a code do.
(() => {
  'use strict';
  const bytes = text => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), c => c.charCodeAt(0));
  const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer)))
      .replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');

  async function post(path, body) {
    const token = document.querySelector('input[name="_csrf"]').value;
    const answer = await fetch(path, {
      method: 'POST', body,
      headers: { 'X-CSRF-TOKEN': token, 'Content-Type': 'application/json', Accept: 'application/json' },
    });
    if (answer.status === 401) {
      location.assign('/account/proof');
    }
    if (!answer.ok) {
      throw new Error(path + ' answered ' + answer.status);
    }
    return answer.json();
  }

  function listed(credentials) {
    return (credentials || []).map(each => ({ ...each, id: bytes(each.id) }));
  }

  function common(credential, response) {
    return JSON.stringify({
      id: credential.id, rawId: text(credential.rawId), type: credential.type, response,
      clientExtensionResults: credential.getClientExtensionResults(),
      authenticatorAttachment: credential.authenticatorAttachment || undefined,
    });
  }

  async function asked(path) {
    const options = await post(path, '{}');
    options.challenge = bytes(options.challenge);
    options.allowCredentials = listed(options.allowCredentials);
    const credential = await navigator.credentials.get({ publicKey: options });
    const r = credential.response;
    return common(credential, {
      authenticatorData: text(r.authenticatorData), clientDataJSON: text(r.clientDataJSON),
      signature: text(r.signature), userHandle: r.userHandle ? text(r.userHandle) : undefined,
    });
  }

  async function made() {
    const options = await post('/passkey/options', '{}');
    options.challenge = bytes(options.challenge);
    options.user.id = bytes(options.user.id);
    options.excludeCredentials = listed(options.excludeCredentials);
    const credential = await navigator.credentials.create({ publicKey: options });
    const r = credential.response;
    return common(credential, {
      attestationObject: text(r.attestationObject), clientDataJSON: text(r.clientDataJSON),
      transports: r.getTransports ? r.getTransports() : [],
    });
  }

  const deeds = {
    async 'sign-in'(button) {
      const credential = await asked('/passkey/sign-in/options');
      const answer = await post('/passkey/sign-in?then=' + encodeURIComponent(button.dataset.then), credential);
      location.assign(answer.then);
    },
    async prove(button) {
      await post('/passkey/proof', await asked('/passkey/proof/options'));
      button.closest('form').submit();
    },
    async register() {
      const label = document.getElementById('passkey-label').value;
      const answer = await post('/passkey', JSON.stringify({ label, credential: JSON.parse(await made()) }));
      location.assign(answer.then);
    },
  };

  for (const button of document.querySelectorAll('button[data-passkey]')) {
    if (!window.PublicKeyCredential) {
      continue;
    }
    button.closest('[data-passkeys]').hidden = false;
    button.addEventListener('click', async () => {
      const trouble = document.getElementById('passkey-trouble');
      trouble.hidden = true;
      button.disabled = true;
      try {
        await deeds[button.dataset.passkey](button);
      } catch (error) {
        console.info(error.message);
        trouble.hidden = false;
        trouble.focus();
      } finally {
        button.disabled = false;
      }
    });
  }
})();
