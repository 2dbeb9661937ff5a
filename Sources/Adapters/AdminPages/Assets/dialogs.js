'use strict';
// Dialogs, menus that close by themselves, printing, copying, and the errors that are read first.

import { announce } from './page.js';

function act(target) {
  const opener = target.closest('[data-dialog]');
  if (opener) document.getElementById(opener.dataset.dialog)?.showModal();
  target.closest('[data-close]')?.closest('dialog')?.close();
  if (target.closest('[data-print]')) print();
  const copier = target.closest('[data-copy]');
  if (copier) copy(copier);
}

async function copy(button) {
  const source = document.querySelector(button.dataset.copy);
  if (!source) return;
  await navigator.clipboard.writeText(source.value ?? source.textContent.trim());
  announce(button.dataset.copied);
  button.textContent = button.dataset.copied;
}

function closeMenus(except) {
  for (const menu of document.querySelectorAll('details.more[open]')) {
    if (!menu.contains(except)) menu.open = false;
  }
}

document.addEventListener('click', (event) => {
  closeMenus(event.target);
  act(event.target);
});

document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  const menu = event.target.closest?.('details.more[open]');
  menu?.querySelector('summary').focus();
  closeMenus(null);
});

document.querySelector('.error-summary')?.focus();
