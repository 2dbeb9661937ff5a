'use strict';
// A related record found by typing: the number that is sent hides behind a combobox.

import { announce, prepare } from './page.js';

const pauseMilliseconds = 200;

class Related {
  constructor(field) {
    this.field = field;
    this.sent = field.querySelector('input');
    this.typed = this.sent.cloneNode();
    this.list = document.createElement('ul');
    this.note = document.createElement('p');
    this.found = [];
    this.at = -1;
    this.build();
    this.listen();
  }

  build() {
    const { id } = this.sent;
    this.typed.removeAttribute('name');
    this.typed.value = this.sent.dataset.text ?? this.sent.value;
    Object.assign(this.typed, { role: 'combobox', ariaAutoComplete: 'list', ariaExpanded: 'false', type: 'text', inputMode: 'text' });
    this.typed.setAttribute('aria-controls', `${id}-list`);
    Object.assign(this.list, { id: `${id}-list`, className: 'related-list', role: 'listbox', hidden: true });
    this.list.setAttribute('aria-label', this.field.querySelector('label').textContent.trim());
    this.note.className = 'related-chosen soft';
    this.note.textContent = this.sent.dataset.detail ?? '';
    this.sent.type = 'hidden';
    this.sent.removeAttribute('id');
    this.field.querySelector('.related-chosen')?.remove();
    this.sent.after(this.typed, this.list, this.note);
  }

  listen() {
    this.typed.addEventListener('input', () => this.change());
    this.typed.addEventListener('keydown', (event) => this.key(event));
    this.typed.addEventListener('blur', () => this.close());
    this.list.addEventListener('pointerdown', (event) => {
      event.preventDefault();
      const option = event.target.closest('[role="option"]');
      if (option) this.choose(Number(option.dataset.at));
    });
  }

  /** What is typed is what is sent, until a record is chosen. */
  change() {
    this.sent.value = this.typed.value.trim();
    this.note.textContent = '';
    this.forget();
    this.waiting = setTimeout(() => this.ask(), pauseMilliseconds);
  }

  /** Of questions that are not answered yet, none counts any more. */
  forget() {
    clearTimeout(this.waiting);
    this.running?.abort();
  }

  async ask() {
    const text = this.typed.value.trim();
    this.forget();
    if (text === '') return this.close();
    const running = this.running = new AbortController();
    const address = `${this.field.dataset.source}?q=${encodeURIComponent(text)}`;
    try {
      const answer = await fetch(address, { headers: { Accept: 'application/json' }, signal: running.signal, credentials: 'same-origin' });
      const found = answer.ok && !answer.redirected ? await answer.json() : null;
      if (found && !running.signal.aborted) this.show(found);
    } catch (failure) {
      if (failure.name !== 'AbortError') this.close();
    }
  }

  show({ found, note }) {
    this.found = found;
    this.list.replaceChildren(...found.map((record, at) => this.option(record, at)));
    this.list.hidden = found.length === 0;
    this.typed.ariaExpanded = String(found.length > 0);
    this.note.textContent = note;
    this.point(-1);
    announce(note);
  }

  option(record, at) {
    const option = document.createElement('li');
    const detail = document.createElement('span');
    Object.assign(option, { id: `${this.list.id}-${at}`, role: 'option', ariaSelected: 'false', textContent: record.text });
    option.dataset.at = String(at);
    Object.assign(detail, { className: 'soft', textContent: record.detail });
    option.append(' ', detail);
    return option;
  }

  point(at) {
    this.at = at;
    [...this.list.children].forEach((option, index) => { option.ariaSelected = String(index === at); });
    const option = this.list.children[at];
    if (!option) return this.typed.removeAttribute('aria-activedescendant');
    this.typed.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({ block: 'nearest' });
  }

  key(event) {
    if (event.key === 'ArrowDown' && this.list.hidden) return this.ask();
    if (event.key === 'Escape') this.forget();
    if (this.list.hidden) return;
    const count = this.found.length;
    const moves = { ArrowDown: (this.at + 1) % count, ArrowUp: (this.at + count - 1 + Number(this.at < 0)) % count };
    if (event.key in moves) this.point(moves[event.key]);
    else if (event.key === 'Enter' && this.at >= 0) this.choose(this.at);
    else if (event.key === 'Escape') this.close();
    else return;
    event.preventDefault();
  }

  choose(at) {
    const record = this.found[at];
    this.sent.value = String(record.id);
    this.typed.value = record.text;
    this.close();
    this.note.textContent = record.detail;
    announce(`${record.text}, ${record.detail}`);
    this.sent.dispatchEvent(new Event('change', { bubbles: true }));
  }

  close() {
    this.forget();
    this.list.hidden = true;
    this.typed.ariaExpanded = 'false';
    this.point(-1);
  }
}

prepare((root) => {
  for (const field of root.querySelectorAll('[data-related]')) {
    if (field.querySelector('input:not([type="radio"])')) new Related(field);
  }
});
