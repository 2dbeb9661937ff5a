// The page as a whole.

// The links of a group, and its operations. A group that is the whole of its contract stands below the contract's heading.
function group(tag, all, isAlone) {
  const own = all.filter(one => one.tags[0] === tag.name);
  const id = `tag-${tag.name.toLowerCase()}`;
  const links = h("ul", {}, own.map(one => h("li", { "data-text": searchText(one) }, h("a", { href: `#${one.operationId}` },
    h("span", { class: `method ${one.method}` }, one.method === "delete" ? "del" : one.method), h("span", {}, one.summary)))));
  return {
    links: h("section", {}, isAlone ? null : h("h3", {}, h("a", { href: `#${id}` }, tag.name)), links),
    section: h("section", {}, isAlone ? null : [h("h3", { id }, tag.name), h("p", { class: "about" }, tag.description)], own.map(article)),
  };
}

function chapter(contract, all) {
  const tags = api.tags.filter(contract.has);
  if (!tags.length) return [];
  const isAlone = tags.length === 1;
  const groups = tags.map(tag => group(tag, all, isAlone));
  const about = isAlone ? `${tags[0].description} ${contract.about}` : contract.about;
  const id = `contract-${contract.id}`;
  return [{
    links: h("section", { class: `contract ${contract.id}` },
      h("h2", {}, h("a", { href: `#${id}` }, contract.name), contract.paths && h("code", {}, contract.paths)),
      groups.map(({ links }) => links)),
    section: h("section", { class: `contract ${contract.id}` },
      h("h2", { id }, contract.name), h("p", { class: "about" }, prose(about)), groups.map(({ section }) => section)),
  }];
}

function render() {
  const all = operations();
  const chapters = contracts.flatMap(contract => chapter(contract, all));
  byID("version").textContent = api.info.version;
  byID("groups").replaceChildren(...chapters.map(({ links }) => links), h("p", { class: "none", id: "none", hidden: true }, "Nothing fits."));
  const [lead, ...rest] = markdown(api.info.description);
  lead.className = "lead";
  byID("content").replaceChildren(
    h("section", { class: "intro", id: "top" }, h("h1", {}, "Clinic API"), lead, ...rest,
      h("div", { class: "files" },
        h("a", { href: "/api/schema/?format=json" }, "OpenAPI (JSON)"), h("a", { href: "/api/schema/?format=yaml" }, "OpenAPI (YAML)"),
        h("a", { href: "/api/postman.json", download: "clinic.postman.json" }, "Postman collection"))),
    ...chapters.map(({ section }) => section));
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
  const id = location.hash.slice(1);
  const target = id && byID(id);
  for (const link of document.querySelectorAll("#groups [aria-current]")) link.removeAttribute("aria-current");
  const link = document.querySelector(`#groups a[href="#${CSS.escape(id)}"]`);
  link?.setAttribute("aria-current", "true");
  link?.scrollIntoView({ block: "nearest" });
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
