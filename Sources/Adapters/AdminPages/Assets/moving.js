'use strict';
// Moving an appointment by dragging or by keys. It is asked whether it may be there before anything is saved.

import { announce, fill } from './page.js';
import { calendarOf, columnOf, columnsBeside, instantAt, minutesAt, minutesOf, nameOf, placeAt, stepped, timeAt, within } from './places.js';

const step = 15;
const fineStep = 5;
const dragPixels = 6;
const restMilliseconds = 500;
const dialog = document.querySelector('dialog[data-move]');
let grabbed = null;
let pressed = null;
let resting = 0;

function grab(entry) {
  grabbed = { entry, column: columnOf(entry), before: entry.nextSibling, classes: entry.className, minutes: minutesOf(entry, 'at') };
  entry.classList.remove('lane-2', 'lane-3', 'lane-4', 'of-2', 'of-3', 'of-4');
  entry.classList.add('entry-grabbed');
}

function length() {
  return minutesOf(grabbed.entry, 'for');
}

function carry(column, minutes) {
  const { entry } = grabbed;
  placeAt(entry, within(column, minutes, length()));
  if (column === columnOf(entry)) return;
  column.querySelector('.calendar-grid').append(entry);
  // Whoever leaves the document loses the focus.
  entry.querySelector('a').focus({ preventScroll: true });
}

function letGo(text) {
  forget();
  if (!grabbed) return;
  const { entry, column, before, classes } = grabbed;
  grabbed = null;
  entry.className = classes;
  column.querySelector('.calendar-grid').insertBefore(entry, before);
  entry.querySelector('a').focus({ preventScroll: true });
  announce(text);
}

function leaveIt() {
  letGo(grabbed && calendarOf(grabbed.column).dataset.left);
}

async function drop() {
  const { entry, column, minutes } = grabbed;
  const here = columnOf(entry);
  const there = minutesOf(entry, 'at');
  if (here === column && there === minutes) return leaveIt();
  const calendar = calendarOf(here);
  announce(calendar.dataset.dropped);
  const move = { appointment: entry.id.replace('appointment-', ''), doctor: here.dataset.doctor, start: instantAt(here, there) };
  const answer = await check(calendar, move);
  if (!grabbed) return;
  if (!answer) return letGo(calendar.dataset.lost);
  ask(answer, { ...move, updated_at: entry.dataset.version });
}

async function check(calendar, move) {
  try {
    const answer = await fetch(`${calendar.dataset.checkSource}?${new URLSearchParams(move)}`, { headers: { Accept: 'application/json' }, credentials: 'same-origin' });
    return answer.ok && !answer.redirected ? await answer.json() : null;
  } catch {
    return null;
  }
}

function ask({ allowed, summary, reasons }, values) {
  const form = dialog.querySelector('form');
  for (const [name, value] of Object.entries(values)) form.elements.namedItem(name).value = value;
  dialog.querySelector('[data-move-summary]').textContent = summary;
  dialog.querySelector('[data-move-reasons]').replaceChildren(...reasons.map((reason) => {
    const item = document.createElement('li');
    item.textContent = reason;
    return item;
  }));
  dialog.querySelector('[data-move-refused]').hidden = reasons.length === 0;
  dialog.querySelector('[data-move-save]').hidden = !allowed;
  dialog.showModal();
}

function steer(event) {
  const { entry } = grabbed;
  const column = columnOf(entry);
  const columns = columnsBeside(column);
  const sideways = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  const upright = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  const minutes = minutesOf(entry, 'at');
  if (upright) carry(column, stepped(column, minutes, upright, event.shiftKey ? fineStep : step, length()));
  if (sideways) carry(columns[columns.indexOf(column) + sideways] ?? column, minutes);
  entry.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  sayPlace();
}

function sayPlace() {
  const column = columnOf(grabbed.entry);
  const time = timeAt(column, minutesOf(grabbed.entry, 'at'));
  announce(fill(calendarOf(column).dataset.moved, { time, column: nameOf(column) }));
}

function key(event) {
  if (dialog.open) return;
  if (!grabbed) return startByKey(event);
  const actions = { Enter: drop, Escape: leaveIt, Tab: leaveIt, ArrowUp: steer, ArrowDown: steer, ArrowLeft: steer, ArrowRight: steer };
  if (!(event.key in actions)) return;
  event.preventDefault();
  actions[event.key](event);
}

function startByKey(event) {
  const entry = event.target.closest?.('.entry-movable');
  if (event.key !== 'm' || !entry || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  grab(entry);
  sayPlace();
}

function drag(event) {
  if (!pressed) return;
  if (!grabbed) {
    if (Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) < dragPixels) return;
    if (pressed.isTouch) return forget();
    grab(pressed.entry);
  }
  const under = document.elementFromPoint(event.clientX, event.clientY);
  const column = (under && columnOf(under)) ?? columnOf(grabbed.entry);
  carry(column, minutesAt(column, event.clientY - pressed.within, fineStep));
}

function press(event) {
  const entry = event.target.closest?.('.entry-movable');
  if (!entry || grabbed || event.button !== 0) return;
  const isTouch = event.pointerType === 'touch';
  pressed = { entry, isTouch, x: event.clientX, y: event.clientY, within: event.clientY - entry.getBoundingClientRect().top };
  // A finger that moves at once scrolls; one that rests first carries the entry.
  if (isTouch) resting = setTimeout(pickUp, restMilliseconds);
}

function pickUp() {
  grab(pressed.entry);
  navigator.vibrate?.(15);
  sayPlace();
}

function forget() {
  clearTimeout(resting);
  pressed = null;
}

function release() {
  if (pressed && grabbed) {
    drop();
    // The click that ends a drag opens nothing.
    const swallow = (event) => event.preventDefault();
    addEventListener('click', swallow, { capture: true });
    setTimeout(() => removeEventListener('click', swallow, { capture: true }));
  }
  forget();
}

/** What a browser does with a finger that rests or moves gives way to carrying. */
function holdStill(event) {
  if (pressed?.isTouch && (grabbed || event.type === 'contextmenu')) event.preventDefault();
}

if (dialog) {
  document.addEventListener('keydown', key);
  document.addEventListener('pointerdown', press);
  document.addEventListener('pointermove', drag);
  document.addEventListener('pointerup', release);
  document.addEventListener('pointercancel', leaveIt);
  document.addEventListener('touchmove', holdStill, { passive: false });
  document.addEventListener('contextmenu', holdStill);
  document.addEventListener('dragstart', (event) => event.target.closest?.('.entry-movable') && event.preventDefault());
  dialog.addEventListener('close', leaveIt);
  dialog.querySelector('form').addEventListener('submit', () => { grabbed = null; });
}
