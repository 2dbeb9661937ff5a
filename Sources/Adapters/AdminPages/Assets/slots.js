'use strict';
// Choosing the time of a new appointment: a mark follows the pointer, or the arrow keys on a column's link.

import { announce, fill } from './page.js';
import { calendarOf, columnOf, columnsBeside, instantAt, minutesAt, minutesOf, nameOf, placeAt, stepped, timeAt, within } from './places.js';

const step = 15;
const fineStep = 5;
const mark = document.createElement('li');
mark.className = 'slot for-15m';
mark.ariaHidden = 'true';

function linkOf(column) {
  return column.querySelector('[data-slot]');
}

function choose(column, minutes) {
  const link = linkOf(column);
  const address = new URL(link.href);
  const time = timeAt(column, minutes);
  address.searchParams.set('start', instantAt(column, minutes));
  link.href = address.href;
  link.ariaLabel = fill(calendarOf(column).dataset.slotText, { time, column: nameOf(column) });
  mark.textContent = time;
  placeAt(mark, minutes);
  const grid = column.querySelector('.calendar-grid');
  if (mark.parentElement !== grid) grid.append(mark);
}

/** The column's link, once it leads to the free place that is pointed at. */
function pointedAt(event) {
  const grid = event.target.closest?.('.calendar-grid');
  const column = grid && columnOf(grid);
  if (!column || !linkOf(column) || event.target.closest('.entry') || document.querySelector('.entry-grabbed')) return null;
  choose(column, within(column, minutesAt(column, event.clientY, step), step));
  return linkOf(column);
}

function neighbour(column, by) {
  const columns = columnsBeside(column).filter(linkOf);
  return columns[columns.indexOf(column) + by];
}

function steer(event) {
  const link = event.target.closest?.('[data-slot]');
  const sideways = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  const upright = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (!link || !(sideways || upright)) return;
  event.preventDefault();
  const here = columnOf(link);
  const column = sideways ? neighbour(here, sideways) : here;
  if (!column) return;
  const minutes = mark.isConnected ? minutesOf(mark, 'at') : 0;
  choose(column, upright ? stepped(column, minutes, upright, event.shiftKey ? fineStep : step, step) : minutes);
  linkOf(column).focus();
  mark.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  announce(linkOf(column).ariaLabel);
}

document.addEventListener('pointermove', (event) => pointedAt(event) ?? (event.target.closest?.('.entry') && mark.remove()));
document.addEventListener('keydown', steer);
document.addEventListener('click', (event) => {
  if (event.defaultPrevented || event.target.closest('a, button')) return;
  pointedAt(event)?.click();
});
document.addEventListener('focusin', (event) => {
  const link = event.target.closest?.('[data-slot]');
  if (!link) return;
  const start = Date.parse(new URL(link.href).searchParams.get('start'));
  choose(columnOf(link), within(columnOf(link), (start - Date.parse(columnOf(link).dataset.start)) / 60_000 || 0, step));
});
