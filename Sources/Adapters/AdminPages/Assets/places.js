'use strict';
// Where something stands in the calendar: a column, and minutes below its top.

import { clock } from './page.js';

const rowMinutes = 5;

/** The minutes that an item's classes say: `at-2h at-15m` is 135 for the prefix `at`. */
export function minutesOf(item, prefix) {
  const parts = [...item.classList].map((each) => each.match(`^${prefix}-(\\d+)([hm])$`)).filter(Boolean);
  return parts.reduce((sum, [, number, unit]) => sum + Number(number) * (unit === 'h' ? 60 : 1), 0);
}

/** Puts an item so many minutes below the top of its column. */
export function placeAt(item, minutes) {
  item.classList.remove(...[...item.classList].filter((each) => /^at-\d+[hm]$/.test(each)));
  if (minutes >= 60) item.classList.add(`at-${Math.floor(minutes / 60)}h`);
  if (minutes % 60 >= rowMinutes) item.classList.add(`at-${minutes % 60 - minutes % rowMinutes}m`);
}

/** The minutes below the column's top at a height of the window, in steps. */
export function minutesAt(column, y, step) {
  const grid = column.querySelector('.calendar-grid').getBoundingClientRect();
  const minutes = (y - grid.top) / grid.height * minutesOf(calendarOf(column), 'for');
  return Math.floor(minutes / step) * step;
}

/** The next time up or down that is a multiple of the step, within what the calendar shows. */
export function stepped(column, minutes, direction, step, length) {
  const next = direction < 0 ? Math.ceil(minutes / step) * step - step : Math.floor(minutes / step) * step + step;
  return within(column, next, length);
}

export function within(column, minutes, length) {
  return Math.max(0, Math.min(minutes, minutesOf(calendarOf(column), 'for') - length));
}

export function calendarOf(element) {
  return element.closest('[data-calendar]');
}

export function columnOf(element) {
  return element.closest('[data-column]');
}

export function columnsBeside(column) {
  return [...calendarOf(column).querySelectorAll('[data-column]')];
}

/** The instant of a place, as addresses and forms have it. */
export function instantAt(column, minutes) {
  return new Date(Date.parse(column.dataset.start) + minutes * 60_000).toISOString().replace('.000Z', 'Z');
}

export function timeAt(column, minutes) {
  return clock(new Date(instantAt(column, minutes)), calendarOf(column).dataset.zone);
}

export function nameOf(column) {
  return column.querySelector('[data-column-name]').dataset.columnName;
}
