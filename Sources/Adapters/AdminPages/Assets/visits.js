'use strict';
// Rows of the board come short, since there may be hundreds: their keys and their menus are made here, out of one template.

import { fill, prepare } from './page.js';

const template = document.querySelector('template[data-visit-menu]');

function buttonOf(menu, status) {
  return menu.querySelector(`button[value="${CSS.escape(status)}"]`);
}

/** The buttons of the menu that a row has no use for go; the others get its appointment and version. */
function fit(menu, row, step) {
  for (const button of menu.querySelectorAll('button')) {
    if (row.dataset.row.includes(button.dataset.rowKey)) button.value = step + button.value;
    else button.remove();
  }
}

function name(menu, row) {
  const summary = menu.querySelector('summary');
  const person = row.children[1].firstElementChild.textContent;
  summary.ariaLabel = fill(summary.ariaLabel, { name: person, time: row.querySelector('time').textContent });
}

function lead(menu, link, next) {
  menu.querySelector('[data-open]').href = link.getAttribute('href');
  const edit = menu.querySelector('[data-edit]');
  if (edit) edit.href = `${link.getAttribute('href')}edit/?next=${encodeURIComponent(next)}`;
}

function complete(row) {
  const menu = template.content.firstElementChild.cloneNode(true);
  const [usual, link] = [row.querySelector('button'), row.querySelector('a.more')];
  row.tabIndex = -1;
  name(menu, row);
  lead(menu, link, row.closest('form').elements.namedItem('next').value);
  if (usual) {
    const status = usual.value.split(' ').pop();
    const { rowKey } = buttonOf(menu, status).dataset;
    usual.dataset.rowKey = rowKey;
    usual.setAttribute('aria-keyshortcuts', rowKey);
    fit(menu, row, usual.value.slice(0, -status.length));
  } else {
    fit(menu, row, '');
  }
  link.replaceWith(menu);
}

if (template) prepare((root) => root.querySelectorAll('[data-row]').forEach(complete));
