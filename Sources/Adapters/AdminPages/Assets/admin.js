'use strict';
// Everything here makes the pages quicker to use. Each of them works without it.

import './dialogs.js';
import './visits.js';
import './keys.js';
import './related.js';
import './unsaved.js';
import './idle.js';
import './list.js';
import './board.js';
import './bulk.js';

if (document.querySelector('[data-calendar]')) {
  import('./slots.js');
  import('./moving.js');
}
