'use strict';
// Keeps a region current: asks for its version, and for the page only when that has changed.

import { clock, fetchPage, fill, replaceRegion } from './page.js';
import { endSession } from './idle.js';

const pauseMilliseconds = 10_000;
// Tells the server that no person did this, so that it does not keep the session alive.
const headers = { 'X-Clinic-Live': '1' };
let lastCurrent = new Date();
let asking = false;

function region() {
  return document.querySelector('[data-version-source]');
}

/** A person in the middle of something is not disturbed. */
function isBusy(board) {
  return Boolean(document.querySelector('dialog[open], .entry-grabbed') || board.querySelector('details.more[open]'));
}

function showState(isCurrent) {
  const sign = document.querySelector('[data-live-state]');
  if (!sign) return;
  if (isCurrent) lastCurrent = new Date();
  const text = isCurrent ? sign.dataset.current : fill(sign.dataset.lost, { time: clock(lastCurrent, sign.dataset.zone) });
  sign.classList.toggle('live-lost', !isCurrent);
  if (sign.textContent !== text) sign.textContent = text;
}

/** Where the focus is, so that it can be found again: the row, and the control within it. */
function focusWithin(board) {
  const active = document.activeElement;
  if (!board.contains(active)) return null;
  const place = active.closest('[id]');
  return { id: place?.id, control: active === place ? null : signOf(active) };
}

/** What a control is, whatever version of its row it belongs to. */
function signOf(control) {
  return [control.localName, control.dataset.rowKey, control.getAttribute('href')].join(' ');
}

function restoreFocus(kept) {
  const place = kept?.id && document.getElementById(kept.id);
  if (!place) return;
  const control = kept.control && [...place.querySelectorAll('a, button, summary, input')].find((each) => signOf(each) === kept.control);
  (control ?? place).focus({ preventScroll: true });
}

async function refresh(board) {
  const page = await fetchPage(location.href, { headers: { ...headers, Accept: 'text/html' } });
  const kept = focusWithin(board);
  if (!replaceRegion(board, page)) throw new Error('another page');
  restoreFocus(kept);
}

async function ask() {
  const board = region();
  if (!board || document.hidden || asking || isBusy(board)) return;
  asking = true;
  try {
    const answer = await fetch(board.dataset.versionSource, { headers, credentials: 'same-origin' });
    if (answer.status === 401 || answer.redirected) return endSession();
    const { version } = await answer.json();
    if (String(version) !== board.dataset.version) await refresh(board);
    showState(true);
  } catch {
    showState(false);
  } finally {
    asking = false;
  }
}

if (region()) {
  setInterval(ask, pauseMilliseconds);
  document.addEventListener('visibilitychange', ask);
}
