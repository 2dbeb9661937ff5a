'use strict';
// Ends the session of a person who went away, on all tabs alike: covers the page and keeps what was typed.

import { addressOf } from './page.js';
import { changedForm, leave } from './unsaved.js';

const memory = 'clinic-last-active';
const warningMilliseconds = 60_000;
const renewalMilliseconds = 120_000;

const settings = document.body.dataset;
const limit = Number(settings.idleSeconds) * 1000;
const warning = document.querySelector('[data-idle-warning]');
let lastRequest = Date.now();
let ended = false;

function lastActive() {
  return Number(localStorage.getItem(memory)) || 0;
}

function noteActivity() {
  const now = Date.now();
  // Whoever comes back too late must not bring the session back: `look` may not have run while the machine slept.
  if (ended || now - lastActive() >= limit || now - lastActive() < 1000) return;
  localStorage.setItem(memory, String(now));
}

/** Ends here what the server ended, or is about to. */
export function endSession() {
  if (ended || !limit) return;
  ended = true;
  document.documentElement.classList.add('covered');
  document.title = document.body.dataset.name;
  const form = changedForm();
  leave();
  if (form) return keepTyped(form);
  // `idle` keeps the server, whose clock may be a second behind, from leading straight back.
  location.replace(`${settings.login}?idle=1&next=${encodeURIComponent(location.pathname + location.search)}`);
}

function keepTyped(form) {
  const target = addressOf(form);
  const address = document.createElement('input');
  address.type = 'hidden';
  address.name = 'idle_address';
  address.value = target.pathname + target.search;
  form.append(address);
  form.setAttribute('action', settings.idleAction);
  form.setAttribute('method', 'post');
  // Not `form.submit()`: a field may have that name.
  HTMLFormElement.prototype.submit.call(form);
}

/** Work without requests (a long note) keeps the session as requests do. */
async function renew() {
  const now = Date.now();
  if (!settings.activeSource || lastActive() < lastRequest || now - lastRequest < renewalMilliseconds) return;
  lastRequest = now;
  const answer = await fetch(settings.activeSource, { credentials: 'same-origin' }).catch(() => null);
  if (answer && (answer.status === 401 || answer.redirected)) endSession();
}

function warn(left) {
  if (!warning) return;
  warning.querySelector('[data-idle-left]').textContent = String(Math.ceil(left / 1000));
  if (!warning.open) warning.showModal();
}

function look() {
  const left = lastActive() + limit - Date.now();
  if (left <= 0) return endSession();
  if (left <= warningMilliseconds) return warn(left);
  if (warning?.open) warning.close();
  renew();
}

function watch() {
  localStorage.setItem(memory, String(Date.now()));
  for (const kind of ['pointerdown', 'keydown', 'wheel', 'touchstart']) {
    addEventListener(kind, noteActivity, { capture: true, passive: true });
  }
  document.addEventListener('visibilitychange', look);
  // The browser's memory may hold a page of a session that is over.
  addEventListener('pageshow', (event) => event.persisted && location.reload());
  setInterval(look, 1000);
}

if (limit) watch();
