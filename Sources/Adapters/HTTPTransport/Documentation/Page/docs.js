"use strict";

// What is known only while the page is open: nothing of it is stored.
const session = { user: null, access: null, refresh: null, numbers: {} };
let api;

const byID = id => document.getElementById(id);

function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "value") element.value = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter(child => child || child === 0));
  return element;
}

function resolve(value) {
  while (value && value.$ref) {
    value = value.$ref.slice(2).split("/").reduce((inner, name) => inner[name], api);
  }
  return value;
}

// Text with `code` in it.
function prose(text) {
  return text.split(/`([^`]*)`/).map((part, index) => index % 2 ? h("code", {}, part) : part);
}

// Paragraphs and lists.
function markdown(text) {
  return text.split(/\n{2,}/).map(block => {
    const lines = block.split("\n");
    return lines[0].startsWith("- ")
      ? h("ul", {}, lines.map(line => h("li", {}, prose(line.slice(2)))))
      : h("p", {}, prose(block));
  });
}

function highlighted(value) {
  const text = typeof value === "string" ? value : JSON.stringify(value, null, 2);
  const parts = [];
  const tokens = /("(?:\\.|[^"\\])*")(\s*:)?|\b(true|false|null)\b|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
  let end = 0;
  for (const match of text.matchAll(tokens)) {
    parts.push(text.slice(end, match.index));
    const kind = match[2] ? "k" : match[1] ? "s" : match[3] ? "w" : "n";
    parts.push(h("span", { class: kind }, match[1] ?? match[0]), match[2] ?? "");
    end = match.index + match[0].length;
  }
  return [...parts, text.slice(end)];
}

// --- Schemas in words ---

const nameOf = schema => schema.$ref ? schema.$ref.split("/").pop() : null;

function kindOf(schema) {
  const named = nameOf(schema);
  const { type, format, enum: choices, oneOf, items } = resolve(schema);
  if (oneOf) return oneOf.map(kindOf).join(" or ");
  const types = [].concat(type ?? "anything");
  const base = types.filter(one => one !== "null").map(one => {
    if (one === "object") return named ?? "object";
    if (one === "array") return `list of ${kindOf(items)}`;
    if (choices) return "one of";
    if (one === "integer") return "whole number";
    if (one === "string") return { date: "date", "date-time": "time", email: "e-mail", "uri-reference": "address" }[format] ?? "text";
    return one;
  }).join(" or ");
  return base + (types.includes("null") ? ", or null" : "");
}

function limitsOf(schema) {
  const { minimum, maximum, maxLength, maxItems, default: standard } = resolve(schema);
  const limits = [];
  if (minimum !== undefined && maximum !== undefined) {
    limits.push(maximum < 1e15 ? `${minimum} to ${maximum}` : `${minimum} or more`);
  } else if (minimum !== undefined && minimum !== 1) limits.push(`${minimum} or more`);
  if (maxLength) limits.push(`up to ${maxLength.toLocaleString("en")} characters`);
  if (maxItems) limits.push(`up to ${maxItems.toLocaleString("en")}`);
  if (schema.default !== undefined || standard !== undefined) limits.push(`default ${JSON.stringify(schema.default ?? standard)}`);
  return limits;
}

function kindLine(schema) {
  const choices = resolve(schema).enum;
  const parts = [kindOf(schema)];
  if (choices) for (const choice of choices) parts.push(" ", h("code", {}, choice === "" ? '""' : choice));
  const limits = limitsOf(schema);
  if (limits.length) parts.push(" · " + limits.join(" · "));
  return h("div", { class: "kind" }, parts);
}

function memberRow(name, schema, isRequired, help, where) {
  return h("tr", {},
    h("td", {}, h("span", { class: "name" }, name), where && h("span", { class: "where" }, where),
      isRequired && h("span", { class: "needed" }, "required")),
    h("td", {}, (help ?? schema.description) && h("div", {}, prose(help ?? schema.description)), kindLine(schema)));
}

function members(schema, { marksRequired = false } = {}) {
  const { properties = {}, required = [] } = resolve(schema);
  const rows = Object.entries(properties).map(([name, inner]) =>
    memberRow(name, inner, marksRequired && required.includes(name)));
  return rows.length ? h("table", {}, h("tbody", {}, rows)) : null;
}

function described(schema) {
  const { oneOf, type, items } = resolve(schema);
  if (oneOf) return oneOf.flatMap(one => [h("p", { class: "alternative" }, kindOf(one)), described(one)]);
  if (type === "array") return described(items);
  const record = Object.values(resolve(schema).properties ?? {}).filter(inner => resolve(inner).type === "object");
  return [members(schema), ...record.flatMap(inner => [h("p", { class: "alternative" }, kindOf(inner)), members(inner)])];
}

// --- Operations ---

const methods = ["get", "post", "put", "patch", "delete"];

function operations() {
  return Object.entries(api.paths).flatMap(([path, item]) =>
    methods.filter(method => item[method]).map(method => ({ path, method, ...item[method] })));
}

function pathText(path) {
  return h("span", { class: "path" }, path.split(/(\{[^}]*\})/).map((part, index) => index % 2 ? h("i", {}, part) : part));
}

function lock() {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", "lock");
  svg.setAttribute("viewBox", "0 0 12 12");
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", "needs a token");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", "M2.5 5.5h7v5h-7zM4 5.5V3.7a2 2 0 0 1 4 0v1.8");
  svg.append(path);
  return svg;
}

function article(operation) {
  const needsToken = operation.security.length > 0 && operation.security.every(one => Object.keys(one).length);
  const details = h("details", { class: "op", id: operation.operationId, "data-text": searchText(operation) },
    h("summary", {}, h("span", { class: `method ${operation.method}` }, operation.method), pathText(operation.path),
      h("span", { class: "title" }, operation.summary), needsToken && lock()));
  details.addEventListener("toggle", () => {
    if (!details.open || details.children.length > 1) return;
    details.append(h("div", { class: "body" }, told(operation), trial(operation)));
  });
  return details;
}

const searchText = operation =>
  [operation.method, operation.path, operation.summary, operation.operationId, ...operation.tags].join(" ").toLowerCase();

function told(operation) {
  const parts = [];
  if (operation.description) parts.push(...markdown(operation.description));
  if (operation.parameters) {
    parts.push(h("h4", {}, "Parameters"), h("table", {}, h("tbody", {}, operation.parameters.map(one =>
      memberRow(one.name, one.schema, one.required, one.description, one.in === "query" ? null : one.in)))));
  }
  const body = jsonBody(operation);
  if (body) parts.push(h("h4", {}, "Body ", h("span", { class: "plain" }, nameOf(body.schema))), members(body.schema, { marksRequired: true }));
  parts.push(h("h4", {}, "Answers"), Object.entries(operation.responses).map(([status, one]) => answer(status, resolve(one))));
  return h("div", { class: "told" }, parts);
}

const jsonBody = operation => operation.requestBody?.content["application/json"];

function tone(status) { return status < 300 ? "good" : status < 400 ? "moved" : "bad"; }

function answer(status, { description, content = {}, headers = {} }) {
  const label = [h("span", { class: `status ${tone(status)}` }, status), h("span", {}, prose(description))];
  const own = Object.keys(headers).filter(name => name !== "X-Request-ID");
  const inside = [];
  if (own.length) inside.push(h("p", { class: "kind" }, "Headers: ", own.map((name, index) => [index ? ", " : "", h("code", {}, name)])));
  for (const [type, { schema, examples = {} }] of Object.entries(content)) {
    if (type !== "application/json") { inside.push(h("p", { class: "kind" }, h("code", {}, type))); continue; }
    for (const one of Object.values(examples)) inside.push(h("p", { class: "alternative" }, one.summary), h("pre", {}, highlighted(one.value)));
    const members = status < 400 ? described(schema).flat(Infinity).filter(Boolean) : [];
    if (members.length) inside.push(h("details", { class: "more" }, h("summary", {}, "Members"), members));
  }
  if (!inside.length) return h("div", { class: "answer plain" }, label);
  return h("details", { class: "answer" }, h("summary", {}, label), h("div", { class: "inside" }, inside));
}

// --- Trying ---

function input(one, operation) {
  const choices = one.schema.enum;
  const id = `${operation.operationId}-${one.in}-${one.name}`;
  const known = one.in === "path" ? session.numbers[one.name === "patient_id" ? "Patients" : operation.tags[0]] : undefined;
  const control = choices || one.schema.type === "boolean"
    ? h("select", { id }, h("option", { value: "" }, "–"), (choices ?? ["true", "false"]).map(one => h("option", { value: one }, one)))
    : h("input", { id, value: known ?? "", placeholder: placeholder(one.schema), spellcheck: "false", autocomplete: "off" });
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
    h("div", { class: "line" }, line, h("button", { type: "button", onclick: event => copy(line.textContent, event.target) }, "Copy")),
    got);
  show();
  document.addEventListener("session", () => { form.querySelector(".hint").textContent = hint(operation); show(); });
  return form;
}

function hint(operation) {
  if (!operation.security.length) return "";
  if (session.access) return `as ${session.user}`;
  return operation.security.some(one => !Object.keys(one).length) ? "" : "Log in above first.";
}

function compose(operation, inputs, text) {
  let path = operation.path;
  const query = new URLSearchParams();
  const headers = {};
  for (const { one, control } of inputs) {
    const value = control.value.trim();
    if (one.in === "path") path = path.replace(`{${one.name}}`, encodeURIComponent(value) || `{${one.name}}`);
    else if (value && one.in === "query") query.append(one.name, value);
    else if (value) headers[one.name] = value;
  }
  if (text) headers["Content-Type"] = "application/json";
  return {
    method: operation.method.toUpperCase(), path: path + (query.size ? `?${query}` : ""), headers, body: text?.value,
    sendsToken: operation.security.length > 0 && session.access !== null,
  };
}

function curl({ method, path, headers, body, sendsToken }) {
  const quoted = text => `'${text.replaceAll("'", "'\\''")}'`;
  const parts = [`curl${method === "GET" ? "" : ` -X ${method}`} ${quoted(location.origin + path)}`];
  if (sendsToken) parts.push(`-H "Authorization: Bearer $ACCESS"`);
  for (const [name, value] of Object.entries(headers)) parts.push(`-H ${quoted(`${name}: ${value}`)}`);
  if (body) parts.push(`-d ${quoted(body)}`);
  return parts.join(" \\\n  ");
}

function send({ method, path, headers, body, sendsToken }) {
  const all = sendsToken ? { ...headers, Authorization: `Bearer ${session.access}` } : headers;
  return fetch(path, { method, headers: all, body, cache: "no-store", credentials: "omit", redirect: "manual" });
}

async function attempt(operation, request, got) {
  const missing = request.path.match(/\{(.*?)\}/);
  if (missing) { got.replaceChildren(h("p", { class: "bad" }, `${missing[1]} is missing.`)); return; }
  got.replaceChildren(h("p", { class: "kind" }, "Sending …"));
  try {
    const started = performance.now();
    let answered = await send(request);
    if (answered.status === 401 && request.sendsToken && await refreshed()) answered = await send(request);
    const text = await answered.text();
    show(answered, text, performance.now() - started, got);
    if (answered.ok) remember(operation, text);
  } catch (error) {
    got.replaceChildren(h("p", { class: "bad" }, `There was no answer: ${error.message}`));
  }
}

function show(answered, text, time, got) {
  const headers = [...answered.headers].map(([name, value]) => `${name}: ${value}`).join("\n");
  const isJSON = (answered.headers.get("content-type") ?? "").startsWith("application/json");
  const body = isJSON ? highlighted(JSON.parse(text)) : text.slice(0, 20000);
  got.replaceChildren(
    h("div", { class: "row" },
      h("span", { class: `status ${tone(answered.status || 302)}` }, `${answered.status || "redirect"} ${answered.statusText}`.trim()),
      h("span", { class: "time" }, `${time.toFixed(0)} ms`)),
    text ? h("pre", {}, body) : h("p", { class: "kind" }, "No body."),
    h("details", { class: "more" }, h("summary", {}, "Headers"), h("pre", {}, headers)));
}

// What later requests can use: numbers of new records, and tokens.
function remember(operation, text) {
  let made;
  try { made = JSON.parse(text); } catch { return; }
  if (operation.method === "post" && made.id) {
    session.numbers[operation.tags[0]] = made.id;
    for (const field of document.querySelectorAll("[id*='-path-']")) {
      const owner = api.paths && operations().find(one => field.id.startsWith(`${one.operationId}-path-`));
      const tag = field.id.endsWith("patient_id") ? "Patients" : owner?.tags[0];
      if (tag === operation.tags[0] && !field.value) { field.value = made.id; field.dispatchEvent(new Event("input", { bubbles: true })); }
    }
  }
  if (made.access && made.refresh) signedIn(made.username ?? session.user, made);
}

async function copy(text, button) {
  await navigator.clipboard.writeText(text);
  button.textContent = "Copied";
  setTimeout(() => { button.textContent = "Copy"; }, 1500);
}

// --- Logging in ---

function post(path, body) {
  return fetch(path, {
    method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body), credentials: "omit",
  });
}

function notify(text, isBad) {
  const notice = byID("notice");
  notice.textContent = text;
  notice.className = `notice${isBad ? " bad" : ""}`;
  notice.hidden = false;
  clearTimeout(notify.timer);
  notify.timer = setTimeout(() => { notice.hidden = true; }, 5000);
}

function signedIn(user, { access, refresh }) {
  Object.assign(session, { user, access, refresh });
  byID("who").textContent = user;
  byID("session").hidden = true;
  byID("signed-in").hidden = false;
  document.dispatchEvent(new Event("session"));
}

async function logIn(event) {
  event.preventDefault();
  const [username, password] = [byID("username").value, byID("password").value];
  try {
    const answered = await post("/api/auth/login/", { username, password });
    const body = await answered.json();
    if (!answered.ok) return notify(body.detail ?? Object.values(body).flat().join(" "), true);
    byID("password").value = "";
    signedIn(body.username, body);
    notify("You are logged in. The token stays in this page and is forgotten when you leave it.");
  } catch (error) {
    notify(`There was no answer: ${error.message}`, true);
  }
}

async function logOut() {
  const { refresh } = session;
  Object.assign(session, { user: null, access: null, refresh: null });
  byID("session").hidden = false;
  byID("signed-in").hidden = true;
  document.dispatchEvent(new Event("session"));
  if (refresh) await post("/api/auth/logout/", { refresh }).catch(() => {});
}

async function refreshed() {
  if (!session.refresh) return false;
  const answered = await post("/api/auth/token/refresh/", { refresh: session.refresh });
  if (!answered.ok) return false;
  signedIn(session.user, await answered.json());
  return true;
}

// --- The page ---

function group(tag, all) {
  const own = all.filter(one => one.tags[0] === tag.name);
  const id = `tag-${tag.name.toLowerCase()}`;
  return {
    links: h("section", {}, h("h3", {}, h("a", { href: `#${id}` }, tag.name)), h("ul", {}, own.map(one =>
      h("li", { "data-text": searchText(one) }, h("a", { href: `#${one.operationId}` },
        h("span", { class: `method ${one.method}` }, one.method === "delete" ? "del" : one.method), h("span", {}, one.summary)))))),
    section: h("section", {}, h("h2", { id }, tag.name), h("p", { class: "about" }, tag.description), own.map(article)),
  };
}

function render() {
  const all = operations();
  const groups = api.tags.map(tag => group(tag, all));
  byID("version").textContent = api.info.version;
  byID("groups").replaceChildren(...groups.map(({ links }) => links), h("p", { class: "none", id: "none", hidden: true }, "Nothing fits."));
  const [lead, ...rest] = markdown(api.info.description);
  lead.className = "lead";
  byID("content").replaceChildren(
    h("section", { class: "intro", id: "top" }, h("h1", {}, "Clinic API"), lead, ...rest,
      h("div", { class: "files" },
        h("a", { href: "/api/schema/?format=json" }, "OpenAPI (JSON)"), h("a", { href: "/api/schema/?format=yaml" }, "OpenAPI (YAML)"),
        h("a", { href: "/api/postman.json", download: "clinic.postman.json" }, "Postman collection"))),
    ...groups.map(({ section }) => section));
}

function filter() {
  const words = byID("filter").value.toLowerCase().split(/\s+/).filter(Boolean);
  for (const one of document.querySelectorAll("[data-text]")) one.hidden = !words.every(word => one.dataset.text.includes(word));
  for (const section of document.querySelectorAll("#groups section, #content section:not(.intro)")) {
    section.hidden = !section.querySelector("[data-text]:not([hidden])");
  }
  byID("none").hidden = document.querySelector("#groups [data-text]:not([hidden])") !== null;
}

function follow() {
  const id = decodeURIComponent(location.hash.slice(1));
  const target = id && byID(id);
  for (const link of document.querySelectorAll("#groups [aria-current]")) link.removeAttribute("aria-current");
  document.querySelector(`#groups a[href="#${CSS.escape(id)}"]`)?.setAttribute("aria-current", "true");
  if (!target) return;
  if (target.matches("details")) target.open = true;
  requestAnimationFrame(() => target.scrollIntoView());
  toggleMenu(false);
}

function toggleMenu(open) {
  byID("sidebar").classList.toggle("open", open);
  byID("menu").setAttribute("aria-expanded", String(open));
}

async function start() {
  byID("session").addEventListener("submit", logIn);
  byID("log-out").addEventListener("click", logOut);
  byID("filter").addEventListener("input", filter);
  byID("menu").addEventListener("click", () => toggleMenu(!byID("sidebar").classList.contains("open")));
  document.addEventListener("keydown", event => {
    if (event.key !== "/" || event.target.matches("input, textarea, select")) return;
    event.preventDefault();
    toggleMenu(true);
    byID("filter").focus();
  });
  try {
    api = await (await fetch("/api/schema/?format=json")).json();
  } catch (error) {
    byID("content").replaceChildren(h("p", { class: "bad" }, `The description cannot be read: ${error.message}`));
    return;
  }
  render();
  addEventListener("hashchange", follow);
  follow();
}

start();
