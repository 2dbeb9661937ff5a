// JSON as text. It is never read and written anew for people: that would round whole numbers above 2^53.

// The same JSON with a member a line, or the text itself when it is not JSON.
function indented(text) {
  try { JSON.parse(text); } catch { return text; }
  const tokens = text.match(/"(?:\\.|[^"\\])*"|[{}[\],:]|[^\s{}[\],:"]+/g);
  const newLine = depth => "\n" + "  ".repeat(depth);
  let depth = 0;
  return tokens.map((token, index) => {
    switch (token) {
      case "{": case "[": depth += 1; return /^[}\]]$/.test(tokens[index + 1]) ? token : token + newLine(depth);
      case "}": case "]": depth -= 1; return /^[{[]$/.test(tokens[index - 1]) ? token : newLine(depth) + token;
      case ",": return token + newLine(depth);
      case ":": return ": ";
      default: return token;
    }
  }).join("");
}

// Coloured; what is very long stays plain, so that the page stays quick.
function highlighted(text) {
  if (text.length > 300_000) return [text];
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
