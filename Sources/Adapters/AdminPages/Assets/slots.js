'use strict';
// Choosing the time of a new appointment: the column's link follows the pointer and the arrow keys.

import { announce, fill, prepare } from './page.js';
import { calendarOf, columnOf, columnsBeside, instantAt, minutesAt, minutesOf, nameOf, placeAt, stepped, timeAt, within } from './places.js';

const step = 15;
const fineStep = 5;

function slotOf(column) {
    return column.querySelector('[data-slot]');
}

function moveSlot(column, minutes) {
    const slot = slotOf(column);
    const link = slot.querySelector('a');
    const address = new URL(link.href);
    address.searchParams.set('start', instantAt(column, minutes));
    link.href = address.href;
    link.firstChild.data = fill(calendarOf(column).dataset.slotText, { time: timeAt(column, minutes) });
    placeAt(slot, minutes);
}

function follow(event) {
    const grid = event.target.closest?.('.calendar-grid');
    const column = grid && columnOf(grid);
    if (!column || !slotOf(column) || event.target.closest('.entry') || document.querySelector('.entry-grabbed')) return null;
    const minutes = within(column, minutesAt(column, event.clientY, step), step);
    if (minutes !== minutesOf(slotOf(column), 'at')) moveSlot(column, minutes);
    return slotOf(column).querySelector('a');
}

function neighbour(column, by) {
    const columns = columnsBeside(column).filter(slotOf);
    return columns[columns.indexOf(column) + by];
}

function steer(event) {
    const slot = event.target.closest?.('[data-slot]');
    const sideways = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const upright = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!slot || !(sideways || upright)) return;
    event.preventDefault();
    const here = columnOf(slot);
    const column = sideways ? neighbour(here, sideways) : here;
    if (!column) return;
    const minutes = minutesOf(slot, 'at');
    moveSlot(column, upright ? stepped(column, minutes, upright, event.shiftKey ? fineStep : step, step) : minutes);
    const link = slotOf(column).querySelector('a');
    link.focus();
    link.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    announce(`${link.firstChild.data}, ${nameOf(column)}`);
}

document.addEventListener('pointermove', follow);
document.addEventListener('keydown', steer);
document.addEventListener('click', (event) => {
    if (!event.target.closest('a, button')) follow(event)?.focus();
});

prepare((root) => {
    // Where nothing can hover, the links stay in sight.
    if (!matchMedia('(hover: hover)').matches) return;
    for (const slot of root.querySelectorAll('[data-slot]')) slot.classList.add('slot-quiet');
});
