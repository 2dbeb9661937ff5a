// The form that tries an operation, and what was answered.

function input(one, operation) {
  const choices = one.schema.enum;
  const id = `${operation.operationId}-${one.in}-${one.name}`;
  const known = offered(operation, one);
  const from = one.in === "path" && operation.method !== "delete" ? collection(operation.path, one.name) : null;
  const control = choices || one.schema.type === "boolean"
    ? h("select", { id }, h("option", { value: "" }, "–"), (choices ?? ["true", "false"]).map(one => h("option", { value: one }, one)))
    : h("input", {
      id, value: known ?? "", "data-collection": from, "data-offered": known, placeholder: placeholder(one.schema),
      spellcheck: "false", autocomplete: "off",
    });
  return { one, control, row: h("div", { class: "field" }, h("label", { for: id }, one.name), control) };
}

function placeholder(schema) {
  return { date: "YYYY-MM-DD", "date-time": "YYYY-MM-DDThh:mm:ssZ" }[schema.format] ?? (schema.type === "integer" ? "number" : "");
}

function trial(operation) {
  const inputs = (operation.parameters ?? []).map(one => input(one, operation));
  const [headers, others] = [inputs.filter(({ one }) => one.in === "header"), inputs.filter(({ one }) => one.in !== "header")];
  const body = jsonBody(operation);
  const examples = body ? Object.values(body.examples) : [];
  const text = body && h("textarea", { spellcheck: "false", "aria-label": "Body", value: JSON.stringify(examples[0].value, null, 2) });
  if (text) text.rows = Math.min(22, text.value.split("\n").length + 1);
  const line = h("pre", { class: "wrap" });
  const got = h("div", { class: "got", "aria-live": "polite" });
  const send = h("button", { type: "submit", class: "primary" }, "Send");

  const request = () => compose(operation, inputs, text);
  const show = () => { line.textContent = curl(request()); };
  const form = h("form", { class: "try", oninput: show, onchange: show, onsubmit: async event => {
    event.preventDefault();
    send.disabled = true;
    await attempt(operation, request(), got);
    send.disabled = false;
  } },
    h("h4", {}, "Try it"), others.map(({ row }) => row),
    headers.length ? h("details", { class: "more" }, h("summary", {}, "Headers"), headers.map(({ row }) => row)) : null,
    text && examples.length > 1 && h("div", { class: "row" }, h("select", { "aria-label": "Example", onchange: event => {
      text.value = JSON.stringify(examples[event.target.value].value, null, 2);
    } }, examples.map((one, index) => h("option", { value: index }, one.summary)))),
    text, h("div", { class: "row" }, send, h("span", { class: "hint" }, hint(operation))),
    h("div", { class: "line" }, line, h("button", { type: "button", onclick: event => copy(line, event.target) }, "Copy")),
    got);
  show();
  document.addEventListener("session", () => { form.querySelector(".hint").textContent = hint(operation); show(); });
  return form;
}

function hint(operation) {
  if (!operation.security.length) return "";
  if (session.user) return `as ${session.user}`;
  return operation.security.some(one => !Object.keys(one).length) ? "" : "Log in above first.";
}

function show(answered, text, time, got) {
  const headers = [...answered.headers].map(([name, value]) => `${name}: ${value}`).join("\n");
  const isJSON = (answered.headers.get("content-type") ?? "").startsWith("application/json");
  const body = isJSON ? highlighted(indented(text)) : text.slice(0, 20000);
  const tag = answered.headers.get("etag");
  got.replaceChildren(
    h("div", { class: "row" },
      h("span", { class: `status ${tone(answered.status || 302)}` }, `${answered.status || "redirect"} ${answered.statusText}`.trim()),
      h("span", { class: "time" }, `${time.toFixed(0)} ms`), tag && h("span", { class: "time" }, "ETag ", h("code", {}, tag))),
    text ? h("pre", { class: "wrap" }, body) : h("p", { class: "kind" }, "No body."),
    h("details", { class: "more" }, h("summary", {}, "Headers"), h("pre", {}, headers)));
}

// Pages that are not served over TLS have no clipboard of the new kind.
async function copy(line, button) {
  try {
    await navigator.clipboard.writeText(line.textContent);
    button.textContent = "Copied";
  } catch {
    getSelection().selectAllChildren(line);
    button.textContent = document.execCommand("copy") ? "Copied" : "Selected";
  }
  setTimeout(() => { button.textContent = "Copy"; }, 1500);
}
