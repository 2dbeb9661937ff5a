// Schemas in words.

// The description of the API, once it is read.
let api;

function resolve(value) {
  while (value && value.$ref) {
    value = value.$ref.slice(2).split("/").reduce((inner, name) => inner[name], api);
  }
  return value;
}

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
