// Files dropped anywhere on a page with a form for them are put into that form and sent; one, where it takes one.

export function drop() {
  const form = document.querySelector("form[data-drop]");
  if (!form) return;
  const input = form.querySelector("input[type=file]");
  const carriesFile = (event) => [...(event.dataTransfer?.types || [])].includes("Files");
  document.addEventListener("dragover", (event) => {
    if (!carriesFile(event)) return;
    event.preventDefault();
    form.classList.add("dropping");
  });
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) form.classList.remove("dropping");
  });
  document.addEventListener("drop", (event) => {
    if (!carriesFile(event) || !event.dataTransfer.files.length) return;
    event.preventDefault();
    form.classList.remove("dropping");
    const taken = new DataTransfer();
    const files = [...event.dataTransfer.files];
    (input.multiple ? files : files.slice(0, 1)).forEach((file) => taken.items.add(file));
    input.files = taken.files;
    form.requestSubmit();
  });
}
