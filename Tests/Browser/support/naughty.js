// Runs in the browser, in a page of the clinic: sends a form once for each text, with the text in every field into which
// one can type, and reads what the clinic then shows. Answers, for each text, what is not as it should be. Each text comes
// with values for the fields that take no text, and for those that refuse it.
const [formAddress, texts, done] = arguments;

const parsed = (html) => new DOMParser().parseFromString(html, 'text/html');
const page = async (address, options) => {
  const answer = await fetch(address, options);
  return { address: answer.url, status: answer.status, document: parsed(await answer.text()) };
};
const formOf = (shown) => shown.document.querySelector('main form[data-keep]');
const isTypedInto = (element) => element.matches('textarea, input:not([type]), input[type=text], input[type=email], input[type=tel]')
  && !element.closest('[data-related]') && !element.matches('[inputmode=numeric], [inputmode=decimal]');
// As the application keeps text: without what is blank around it.
const blank = /^[\s\x1c-\x1f\x85]+|[\s\x1c-\x1f\x85]+$/gu;
const trimmed = (text) => text.replace(/\ufeff/gu, '\ue000').replace(blank, '').replace(/\ue000/gu, '\ufeff');
// The elements and their attributes, which no text may change. What was done last is told on any page.
const shape = (root) => [...root.querySelectorAll('*')]
  .filter((each) => !each.closest('.notice'))
  .map((each) => each.localName + [...each.attributes].map((attribute) => ` ${attribute.name}`).sort().join('')).join('\n');

function fill(form, values) {
  for (const element of form.elements) {
    if (element.name in values) element.value = values[element.name];
  }
}

async function send(form) {
  const body = new URLSearchParams(new FormData(form));
  return page(form.getAttribute('action'), { method: 'POST', body });
}

async function tryText([text, harmless]) {
  const wrong = [];
  let shown = await page(formAddress);
  let form = formOf(shown);
  const fields = [...form.elements].filter(isTypedInto).map((element) => element.name);
  fill(form, harmless);
  const sent = {};
  for (const name of fields) {
    form.elements.namedItem(name).value = text;
    // What a person can type into such a field: none of these takes line breaks, and some take no blanks.
    sent[name] = form.elements.namedItem(name).value;
  }
  shown = await send(form);
  const refused = [];
  // What has to be unique may be told only after all else is right.
  for (let tries = 0; shown.status === 400 && tries < 3; tries += 1) {
    form = formOf(shown);
    const named = fields.filter((name) => form.elements.namedItem(name).getAttribute('aria-invalid') === 'true');
    if (named.length === 0) wrong.push('refused without a field');
    for (const name of fields) {
      if (!refused.includes(name) && form.elements.namedItem(name).value !== sent[name]) wrong.push(`${name} came back otherwise`);
    }
    refused.push(...named);
    // Passwords never come back.
    const again = [...refused, ...Object.keys(harmless).filter((name) => form.elements.namedItem(name)?.type === 'password')];
    for (const name of again) form.elements.namedItem(name).value = harmless[name] ?? '';
    shown = await send(form);
  }
  if (shown.status !== 200) return { wrong: [...wrong, `status ${shown.status}`], refused };
  const address = new URL(shown.address).pathname;
  const kept = Object.fromEntries(fields.map((name) => [name, refused.includes(name) ? harmless[name] ?? '' : trimmed(sent[name])]));
  const leaves = new Set([...shown.document.querySelectorAll('main *')].map((each) => each.textContent));
  for (const name of fields) {
    if (kept[name] !== '' && !leaves.has(kept[name])) wrong.push(`${name} is not shown as it was typed`);
  }
  const edited = formOf(await page(`${address}edit/`));
  for (const name of fields) {
    const value = edited.elements.namedItem(name)?.value;
    if (value !== undefined && value !== kept[name]) wrong.push(`${name} is edited otherwise than it was typed`);
  }
  const isFull = fields.every((name) => kept[name] !== '');
  return { wrong, refused, kept, address, shape: isFull ? shape(shown.document) : null };
}

Promise.all(texts.map(tryText)).then(done, (failure) => done([{ wrong: [String(failure.stack)], refused: [] }]));
