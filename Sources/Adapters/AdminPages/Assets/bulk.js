'use strict';
// Choosing rows: all at once, and how many.

import { fill, prepare } from './page.js';

function count(form) {
  const all = [...form.querySelectorAll('[data-bulk-one]')];
  const chosen = all.filter((each) => each.checked).length;
  const sign = form.querySelector('[data-bulk-count]');
  const head = form.querySelector('[data-bulk-all]');
  if (head) {
    head.checked = chosen > 0 && chosen === all.length;
    head.indeterminate = chosen > 0 && chosen < all.length;
  }
  if (!sign) return;
  const text = [sign.dataset.none, sign.dataset.one][chosen] ?? sign.dataset.many;
  sign.textContent = fill(text, { n: String(chosen) });
}

document.addEventListener('change', (event) => {
  const form = event.target.closest('form[data-bulk]');
  if (!form) return;
  if (event.target.matches('[data-bulk-all]')) {
    for (const each of form.querySelectorAll('[data-bulk-one]')) each.checked = event.target.checked;
  }
  count(form);
});

prepare((root) => {
  for (const form of root.querySelectorAll('form[data-bulk]')) count(form);
});
