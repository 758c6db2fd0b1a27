// Small comforts of the screens about people. Everything works without them.

/** A password that can be shown, and, where it is chosen, words on how good it is. */
class PasswordField extends HTMLElement {
  connectedCallback() {
    const input = this.querySelector('input');
    const reveal = Object.assign(document.createElement('button'), { type: 'button', className: 'quiet reveal', textContent: 'Hiện' });
    reveal.setAttribute('aria-label', 'Hiện mật khẩu');
    reveal.setAttribute('aria-pressed', 'false');
    reveal.addEventListener('click', () => {
      const shown = input.type === 'text';
      input.type = shown ? 'password' : 'text';
      reveal.textContent = shown ? 'Hiện' : 'Ẩn';
      reveal.setAttribute('aria-pressed', String(!shown));
      input.focus();
    });
    input.form.addEventListener('submit', () => { input.type = 'password'; });
    this.append(reveal);

    const least = Number(this.dataset.least);
    if (least) this.judge(input, least);
  }

  judge(input, least) {
    const words = document.createElement('output');
    words.setAttribute('aria-live', 'polite');
    this.append(words);
    input.addEventListener('input', () => {
      const length = [...input.value.normalize('NFKC')].length;
      const kinds = new Set(input.value.toLowerCase()).size;
      words.textContent = length === 0 ? ''
        : length < least ? `Còn thiếu ${least - length} ký tự.`
        : kinds < 6 ? 'Yếu: lặp lại quá nhiều.'
        : length < 16 ? 'Được.'
        : length < 22 ? 'Mạnh.' : 'Rất mạnh.';
    });
  }
}

/** A button that prints the page, shown only where a script can do it. */
class PrintPage extends HTMLElement {
  connectedCallback() {
    const button = Object.assign(document.createElement('button'), { type: 'button', className: 'quiet', textContent: 'In trang này' });
    button.addEventListener('click', () => window.print());
    this.append(button);
  }
}

customElements.define('password-field', PasswordField);
customElements.define('print-page', PrintPage);
