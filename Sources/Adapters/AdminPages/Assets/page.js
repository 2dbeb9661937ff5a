'use strict';
// What all parts share: preparing markup, speaking, fetching pages, and replacing a region of this one.

const preparations = [];

/** Runs `work` on the page, and again on whatever is put into it later. */
export function prepare(work) {
  preparations.push(work);
  work(document);
}

/** Says a text to those who do not see the change. */
export function announce(text) {
  const announcer = document.getElementById('announcer');
  if (!announcer || !text) return;
  announcer.textContent = '';
  // A text is spoken only when it differs from what stood there a moment ago.
  setTimeout(() => { announcer.textContent = text; }, 50);
}

/** Puts values into a text of the server's: `fill('New at {time}', { time: '09:15' })`. */
export function fill(text, values) {
  return (text ?? '').replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** A time of day as the pages write it. */
export function clock(instant, zone) {
  return instant.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: zone || undefined });
}

/** The address that a form goes to. (`form.action` may be a field of that name.) */
export function addressOf(form) {
  return new URL(form.getAttribute('action') || location.href, location.href);
}

/** The page at an address, or nothing when another one was answered: sign-in, or a failure. */
export async function fetchPage(address, options = {}) {
  const answer = await fetch(address, { headers: { Accept: 'text/html' }, credentials: 'same-origin', ...options });
  if (!answer.ok || answer.redirected) return null;
  return new DOMParser().parseFromString(await answer.text(), 'text/html');
}

/** Puts the region of another version of this page in the place of the one here. */
export function replaceRegion(region, page) {
  const fresh = page?.querySelector(`[data-live-region="${region.dataset.liveRegion}"]`);
  if (!fresh) return null;
  const adopted = document.adoptNode(fresh);
  region.replaceWith(adopted);
  for (const work of preparations) work(adopted);
  return adopted;
}

prepare((root) => {
  for (const element of root.querySelectorAll('[data-script-only]')) element.hidden = false;
});
