'use strict';
// Search as you type: asks for the same address with the form's state and replaces the list.

import { addressOf, announce, fetchPage, replaceRegion } from './page.js';

const pauseMilliseconds = 250;
let waiting;
let running;

function addressWith(form) {
  const address = addressOf(form);
  const filled = [...new FormData(form)].filter(([, value]) => value !== '');
  address.search = new URLSearchParams(filled).toString();
  return address;
}

async function search(form) {
  const region = document.querySelector(`[data-live-region="${form.dataset.live}"]`);
  const address = addressWith(form);
  running?.abort();
  running = new AbortController();
  region.setAttribute('aria-busy', 'true');
  try {
    const page = await fetchPage(address, { signal: running.signal });
    const fresh = replaceRegion(region, page);
    // Whatever else was answered is for the person to see.
    if (!fresh) return location.assign(address);
    history.replaceState(null, '', address);
    announce(fresh.dataset.announce);
  } catch (failure) {
    if (failure.name !== 'AbortError') location.assign(address);
  }
}

document.addEventListener('input', (event) => {
  const form = event.target.closest('form[data-live]');
  if (!form) return;
  clearTimeout(waiting);
  waiting = setTimeout(search, pauseMilliseconds, form);
});

document.addEventListener('submit', (event) => {
  if (!event.target.matches('form[data-live]')) return;
  event.preventDefault();
  clearTimeout(waiting);
  search(event.target);
});
