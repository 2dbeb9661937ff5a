'use strict';
// Single keys: `data-key` anywhere on the page, `data-row-key` for the row that has the focus.

const memory = 'clinic-keys';
const typed = 'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable]';

function isForTyping(event) {
  return event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.target.closest?.(typed);
}

function press(element) {
  if (element instanceof HTMLDialogElement) return element.showModal();
  if (element.matches('input, select, textarea')) {
    element.focus();
    return element.select?.();
  }
  element.click();
}

/** The page's own element comes before one of the frame around it. */
function holderOf(key) {
  const holders = [...document.querySelectorAll(`[data-key="${CSS.escape(key)}"]`)];
  const usable = holders.filter((each) => each.checkVisibility() || !each.matches('input'));
  return usable.find((each) => each.closest('main')) ?? usable[0];
}

function stepToRow(row, by) {
  const rows = [...document.querySelectorAll('[data-row]')];
  rows[rows.indexOf(row) + by]?.focus();
}

function pressInRow(row, event) {
  const steps = { ArrowUp: -1, ArrowDown: 1, k: -1, j: 1 };
  if (event.key in steps) {
    stepToRow(row, steps[event.key]);
    return true;
  }
  const button = row.querySelector(`[data-row-key="${CSS.escape(event.key)}"]`);
  button?.click();
  return Boolean(button);
}

document.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || isForTyping(event) || document.querySelector('dialog[open]')) return;
  if (localStorage.getItem(memory) === 'off' && event.key.length === 1) return;
  const row = event.target.closest?.('[data-row]');
  if (row && pressInRow(row, event)) return event.preventDefault();
  const holder = event.key.length === 1 && holderOf(event.key);
  if (!holder) return;
  event.preventDefault();
  press(holder);
});

const toggle = document.querySelector('[data-keys-switch]');
if (toggle) {
  toggle.checked = localStorage.getItem(memory) !== 'off';
  toggle.addEventListener('change', () => localStorage.setItem(memory, toggle.checked ? 'on' : 'off'));
}

// After a change the page comes back at the row that was changed.
if (location.hash.length > 1) {
  const row = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (row?.matches('[data-row]')) row.focus();
}
