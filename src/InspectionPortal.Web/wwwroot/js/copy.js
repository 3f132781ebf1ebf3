// A button that copies the text of a field. Without this script it stays hidden, and people select the text themselves.
for (const button of document.querySelectorAll("[data-copy]")) {
  const field = document.getElementById(button.dataset.copy);
  const status = document.querySelector("[data-copied]");
  button.hidden = false;
  button.addEventListener("click", async () => {
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
      status.textContent = "Address copied";
    } catch {
      status.textContent = "The browser did not allow copying. Copy the selected address yourself.";
    }
  });
}
