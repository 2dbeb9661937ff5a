"use strict";

// Elements of the page, made from text.

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
