// Passkeys: the browser signs what the server asks. Shown only where the browser can.

/** The options of a ceremony, asked from a handler of this page with the form's antiforgery token. */
async function ask(form, handler) {
  const address = new URL(location.href);
  address.search = '';
  address.searchParams.set('handler', handler);
  const answer = await fetch(address, {
    method: 'POST',
    headers: { RequestVerificationToken: form.elements.__RequestVerificationToken.value },
    body: new URLSearchParams({ password: form.elements.password?.value ?? '' }),
  });
  if (!answer.ok) throw Object.assign(new Error(String(answer.status)), { isRefusal: answer.status === 422 });
  return answer.json();
}

function tell(form, text) {
  const problem = form.querySelector('.problem');
  problem.textContent = text;
  problem.hidden = !text;
}

/** Signs in: by a click, or by choosing a key among the suggestions of the address field. */
class PasskeyDoor extends HTMLElement {
  connectedCallback() {
    if (!window.PublicKeyCredential?.parseRequestOptionsFromJSON) return;
    this.hidden = false;
    this.form = this.querySelector('form');
    this.querySelector('[data-start]').addEventListener('click', () => this.start(false));
    this.suggest();
  }

  async suggest() {
    if (await PublicKeyCredential.isConditionalMediationAvailable?.()) this.start(true);
  }

  async start(isQuiet) {
    this.waiting?.abort();
    const waiting = this.waiting = new AbortController();
    tell(this.form, '');
    try {
      const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(await ask(this.form, 'PasskeyOptions'));
      const credential = await navigator.credentials.get({ publicKey, signal: waiting.signal, ...(isQuiet && { mediation: 'conditional' }) });
      this.form.elements.credential.value = JSON.stringify(credential);
      this.form.elements.kept.value = String(document.querySelector('[type=checkbox][name=kept]').checked);
      this.form.submit();
    } catch {
      if (!isQuiet && !waiting.signal.aborted) tell(this.form, 'Chưa dùng được khóa nào. Hãy thử lại, hoặc dùng mật khẩu.');
    }
  }
}

/** Makes a new key on this device or on a phone. */
class PasskeyAdd extends HTMLElement {
  connectedCallback() {
    if (!window.PublicKeyCredential?.parseCreationOptionsFromJSON) return;
    this.hidden = false;
    const form = this.querySelector('form');
    const start = form.querySelector('[data-start]');
    form.addEventListener('submit', (event) => { event.preventDefault(); start.click(); });
    start.addEventListener('click', async () => {
      tell(form, '');
      try {
        const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(await ask(form, 'PasskeyOptions'));
        form.elements.credential.value = JSON.stringify(await navigator.credentials.create({ publicKey }));
        form.submit();
      } catch (failure) {
        tell(form, failure.isRefusal ? 'Mật khẩu hiện tại chưa đúng.' : failure.name === 'InvalidStateError' ? 'Máy này đã có khóa của bạn.' : 'Chưa tạo được khóa. Hãy thử lại.');
      }
    });
  }
}

customElements.define('passkey-door', PasskeyDoor);
customElements.define('passkey-add', PasskeyAdd);
