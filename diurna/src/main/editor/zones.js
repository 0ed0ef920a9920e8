// The zone of this machine: offered where a time is written, and shown beside the others where it is confirmed.
export function zones() {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!here) return;
  for (const input of document.querySelectorAll("[data-yours]")) input.value = here;
  for (const select of document.querySelectorAll("[data-zones]")) {
    if ([...select.options].some((option) => option.value === here)) continue;
    select.append(new Option(here, here));
  }
}
