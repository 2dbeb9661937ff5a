// What is told of each operation.

const methods = ["get", "post", "put", "patch", "delete"];

function operations() {
  return Object.entries(api.paths).flatMap(([path, item]) =>
    methods.filter(method => item[method]).map(method => ({ path, method, ...item[method] })));
}

function pathText(path) {
  return h("span", { class: "path" }, path.split(/(\{[^}]*\})/).map((part, index) => index % 2 ? h("i", {}, part) : part));
}

// Both contracts have operations of the same title: those of the second say so.
const badge = operation => operation.tags[0] === "Hospital" && h("span", { class: "badge" }, operation.tags[0]);

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
    h("summary", {}, h("span", { class: `method ${operation.method}` }, operation.method), pathText(operation.path), badge(operation),
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
    for (const one of Object.values(examples)) {
      inside.push(h("p", { class: "alternative" }, one.summary), h("pre", {}, highlighted(JSON.stringify(one.value, null, 2))));
    }
    const members = status < 400 ? described(schema).flat(Infinity).filter(Boolean) : [];
    if (members.length) inside.push(h("details", { class: "more" }, h("summary", {}, "Members"), members));
  }
  if (!inside.length) return h("div", { class: "answer plain" }, label);
  return h("details", { class: "answer" }, h("summary", {}, label), h("div", { class: "inside" }, inside));
}
