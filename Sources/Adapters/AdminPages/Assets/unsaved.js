'use strict';
// Nothing that was typed is lost by leaving a page unawares.

const untouched = new WeakMap();
let leaving = false;

function stateOf(form) {
  return JSON.stringify([...new FormData(form)].map(([name, value]) => [name, String(value)]));
}

/** The first form on the page that holds something that is not saved. */
export function changedForm() {
  return [...document.querySelectorAll('form[data-keep]')]
    .find((form) => form.hasAttribute('data-changed') || untouched.get(form) !== stateOf(form));
}

/** Says that the page is left on purpose. */
export function leave() {
  leaving = true;
}

for (const form of document.querySelectorAll('form[data-keep]')) untouched.set(form, stateOf(form));

document.addEventListener('submit', (event) => {
  if (event.target.matches('form[data-keep]')) leave();
});

addEventListener('beforeunload', (event) => {
  if (!leaving && changedForm()) event.preventDefault();
});

// A page that comes back from the browser's memory may be left unawares again.
addEventListener('pageshow', () => { leaving = false; });
