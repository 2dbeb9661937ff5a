// The numbers of records that were made here, offered to later requests. They are kept by the path of the collection:
// patients and doctors are counted apart, and each contract has its own.

const numbers = new Map();

// The collection whose records a parameter of a path counts. `{patient_id}` is a patient wherever it stands.
function collection(path, name) {
  const kind = name.match(/^(.*)_id$/)?.[1];
  return kind ? `${path.match(/^.*?\/api\//)[0]}${kind}s/` : path.slice(0, path.indexOf("{"));
}

// What stands in a field at first. Whoever deletes says themselves what.
function offered(operation, parameter) {
  if (parameter.in !== "path" || operation.method === "delete") return undefined;
  return numbers.get(collection(operation.path, parameter.name));
}

// Keeps the number of a record that was made, and puts it where nobody has written one.
function keepNumber(operation, id) {
  if (operation.method !== "post" || !Number.isSafeInteger(id)) return;
  numbers.set(operation.path, id);
  for (const field of document.querySelectorAll("input[data-collection]")) {
    if (field.dataset.collection !== operation.path || field.value !== (field.dataset.offered ?? "")) continue;
    field.value = field.dataset.offered = id;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
}
