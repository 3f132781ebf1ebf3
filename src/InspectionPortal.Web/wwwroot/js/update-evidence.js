/*
  A file beside the text of an update: it is added to the evidence first, and what the pressed button does follows. What is wrong
  with the file is said beside it, and the text stays. Without scripts there is "Save and add evidence".
*/
(() => {
  const area = document.querySelector("[data-update-evidence]");
  const form = area && area.closest("form");
  if (!form) {
    return;
  }

  area.hidden = false;
  const file = area.querySelector("input[type=file]");
  const kind = area.querySelector("select");
  const error = area.querySelector(".govuk-error-message");
  const status = form.querySelector("[data-autosave-status]");
  let sending = false;
  let id = "";

  // The key of the evidence: a file that is sent again, because an answer was lost, is added once.
  file.addEventListener("change", () => {
    id = window.crypto.randomUUID ? window.crypto.randomUUID() : "";
  });

  const refuse = (words, field) => {
    error.textContent = words;
    error.hidden = false;
    field.focus();
  };

  const parts = (chosen) => {
    const body = new FormData();
    body.append("__RequestVerificationToken", form.elements.__RequestVerificationToken.value);
    if (id) {
      body.append("Id", id);
    }
    body.append("Form", "File");
    body.append("Title", chosen.name.replace(/\.[^.]*$/, "").slice(0, 200));
    body.append("Kind", kind.value);
    body.append("ProjectIds", area.dataset.project);
    if (area.dataset.update) {
      body.append("UpdateId", area.dataset.update);
    }
    body.append("File", chosen);
    return body;
  };

  /* The first thing that the long form would say about it. */
  const problemIn = async (response) => {
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const said = page.querySelector(".govuk-error-summary__list li");
    return said ? said.textContent.trim() : "The file was not added. You may have been signed out, or you cannot add evidence here.";
  };

  form.addEventListener("submit", async (event) => {
    const [chosen] = file.files;
    const button = event.submitter;
    if (!chosen) {
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    if (sending) {
      return;
    }
    error.hidden = true;
    if (!kind.value) {
      refuse("Choose the type of evidence", kind);
      return;
    }
    sending = true;
    status.textContent = "Sending the file";
    try {
      const response = await fetch(area.dataset.updateEvidence, { method: "POST", body: parts(chosen), redirect: "manual", credentials: "same-origin" });
      if (response.type !== "opaqueredirect") {
        status.textContent = "";
        refuse(await problemIn(response), file);
        return;
      }
    } catch {
      status.textContent = "";
      refuse("The file was not added: no connection. Try again when the connection is back.", file);
      return;
    } finally {
      sending = false;
    }
    file.value = "";
    form.requestSubmit(button);
  });

  // A file that is chosen and not sent would be lost with the page.
  window.addEventListener("beforeunload", (event) => {
    if (file.files.length > 0) {
      event.preventDefault();
    }
  });
})();
