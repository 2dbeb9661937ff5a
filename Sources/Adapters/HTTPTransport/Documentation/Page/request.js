// A request: put together, shown for a terminal, and sent.

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
    if (answered.ok) await learn(operation, text);
  } catch (error) {
    got.replaceChildren(h("p", { class: "bad" }, `There was no answer: ${error.message}`));
  }
}

// What later requests can use: numbers of new records, and who is logged in.
async function learn(operation, text) {
  if (operation.path.endsWith("/logout/")) return checkSession();
  let made;
  try { made = JSON.parse(text); } catch { return; }
  keepNumber(operation, made.id);
  if (made.access && made.refresh) await takeTokens(made);
}
