// A list whose choices are added to a field that holds several names with semicolons between them.

export function adding() {
  document.querySelectorAll("[data-adds]").forEach((holder) => {
    const field = document.getElementById(holder.dataset.adds);
    const list = holder.querySelector("select");
    holder.hidden = false;
    list.addEventListener("change", () => {
      const names = field.value.split(";").map((name) => name.trim()).filter(Boolean);
      if (list.value && !names.includes(list.value)) names.push(list.value);
      field.value = names.join("; ");
      list.value = "";
      field.focus();
    });
  });
}
