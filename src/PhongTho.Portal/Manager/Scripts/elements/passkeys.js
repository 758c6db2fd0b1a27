import { announce } from "../parts/announce.js";
import { askJson } from "../parts/ask.js";
import { make, own } from "../parts/make.js";

const isPossible = () => "PublicKeyCredential" in window && "parseRequestOptionsFromJSON" in PublicKeyCredential;

/** What the browser's refusals mean to a person. */
const meanings = {
  NotAllowedError: "Chưa xác nhận được. Bạn đã bấm hủy, hoặc đã quá thời gian chờ. Hãy thử lại.",
  InvalidStateError: "Máy này đã có khóa đăng nhập của bạn rồi.",
  NotSupportedError: "Máy này chưa dùng được khóa đăng nhập. Hãy dùng mật khẩu.",
  SecurityError: "Địa chỉ trang này không được phép dùng khóa đăng nhập. Hãy báo người quản trị.",
};

class Passkey extends HTMLElement {
  connectedCallback() {
    // Without the browser's help the button would promise what it cannot do; the password is beside it.
    this.hidden = !isPossible();
    if (!this.hidden) {
      this.querySelector("button").onclick = () => this.begin();
      this.ready?.();
    }
  }

  /** Asks the server for a question, the device for an answer, and gives it to the server. */
  async exchange(answerTo, isOffer = false) {
    try {
      const options = await askJson(this.dataset.options, this.question(), this);
      const credential = await answerTo(options);
      const said = await askJson(this.dataset.answer, { credential: JSON.stringify(credential), ...this.question() }, this);
      location.assign(said.next ?? this.dataset.next ?? location.href);
    } catch (error) {
      // Nobody asked for an offer, so nobody needs to hear why it came to nothing.
      if (!isOffer && error.name !== "AbortError") {
        this.say(meanings[error.name] ?? error.message);
      }
    }
  }

  question() {
    return {};
  }

  say(message) {
    this.querySelector(".problem")?.remove();
    this.append(own(make("p", { class: "problem", role: "alert" }, message)));
    announce(message);
  }
}

/** Signs in by the device's lock: finger, face or PIN. Also offers itself in the name field where browsers can. */
export class PasskeySignIn extends Passkey {
  #offer;

  async ready() {
    if (await PublicKeyCredential.isConditionalMediationAvailable?.() && document.querySelector("[autocomplete~=webauthn]")) {
      this.#offer = new AbortController();
      const { signal } = this.#offer;
      this.exchange((options) => this.#get(options, { mediation: "conditional", signal }), true);
    }
  }

  begin() {
    this.#offer?.abort();
    this.exchange((options) => this.#get(options, {}));
  }

  #get(options, how) {
    return navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options), ...how });
  }
}

/** Gives this device a passkey of the member who is signed in. */
export class PasskeyRegister extends Passkey {
  begin() {
    this.exchange((options) => navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) }));
  }

  question() {
    return { name: this.querySelector("input:not([type=hidden])")?.value ?? "" };
  }
}
