// Saves what a form holds as a JSON file in the downloads, and says so in the title: no server has to remember it.
function save(data, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([JSON.stringify(data)], { type: "application/json" }));
  link.download = name;
  link.click();
}

function fields(form) {
  const data = {};
  for (const field of form.elements) {
    if (!field.name || (field.type === "radio" && !field.checked)) continue;
    data[field.name] = field.type === "checkbox" ? field.checked : field.value;
  }
  return data;
}
