/*
  Opens the small form of a value in its place, sends it, and takes over what changed. Without scripts the link opens the same page
  with the form in it. A question that only some answers ask is shown when it is asked.
*/
(() => {
  const header = { "X-Requested-With": "edit" };
  const own = ["status", "rating", "leads", "deadline"];
  let open = null;

  const conditions = (form) => {
    for (const part of form.querySelectorAll("[data-when]")) {
      const [name, value] = part.dataset.when.split("=");
      const field = form.elements[name];
      part.hidden = !field || field.value !== value;
    }
  };

  const watch = (form) => {
    conditions(form);
    form.addEventListener("change", () => conditions(form));
  };

  const focusFirst = (form) => {
    const target = form.querySelector(".govuk-error-summary")
      || form.querySelector("input[type=radio]:checked")
      || form.querySelector("select, textarea, input:not([type=hidden])");
    if (target) {
      target.focus();
    }
  };

  const marker = () => document.querySelector("[data-edit-base]");

  /* The form of a link: its address, and the page to come back to. */
  const addressOf = (link) => {
    const { editBase, editRow } = marker().dataset;
    const query = new URLSearchParams(link.getAttribute("href").split("#")[0].slice(1));
    const [section, row] = [query.get("edit"), query.get("row") || editRow];
    query.delete("edit");
    query.delete("row");
    const kept = query.toString();
    const back = `~/${window.location.pathname.slice(editBase.length)}${kept ? `?${kept}` : ""}`;
    const asked = new URLSearchParams({ back });
    if (!own.includes(section)) {
      asked.set("field", section);
    }
    return `${editBase}projects/${row}/edit/${own.includes(section) ? section : "text"}?${asked}`;
  };

  const close = () => {
    if (open) {
      open.form.replaceWith(...open.before);
      open.link.focus();
      open = null;
    }
  };

  const typed = (form) => new URLSearchParams(new FormData(form)).toString();
  const isChanged = () => open !== null && typed(open.form) !== open.first;

  /* What somebody has typed goes only if they say so. */
  const mayClose = () => !isChanged() || window.confirm("You have not saved your change. Discard it?");

  const place = (html, instead) => {
    const form = new DOMParser().parseFromString(html, "text/html").querySelector("form.p-edit-form");
    if (!form) {
      return null;
    }
    const fresh = document.importNode(form, true);
    instead.replaceWith(fresh);
    watch(fresh);
    focusFirst(fresh);
    fresh.scrollIntoView({ block: "nearest" });
    return fresh;
  };

  /* What a saved value changes on the page: its row and the counts of its aim, or the whole of a project's page. */
  const takeOver = (page, link) => {
    const row = link.closest("tr[id]");
    const fresh = row && page.getElementById(row.id);
    const said = page.querySelector(".p-done");
    if (!row || !fresh) {
      const [now, then] = [document.getElementById("main-content"), page.getElementById("main-content")];
      now.replaceWith(document.importNode(then, true));
      return (document.querySelector(".p-done") || document.getElementById("main-content"));
    }
    const index = [...row.cells].indexOf(link.closest("td, th"));
    const group = row.closest("tbody");
    const freshGroup = fresh.closest("tbody");
    const drawn = document.importNode(fresh, true);
    row.replaceWith(drawn);
    const [aim, freshAim] = [group.querySelector(".p-table__aim"), freshGroup.querySelector(".p-table__aim")];
    if (aim && freshAim) {
      aim.replaceWith(document.importNode(freshAim, true));
    }
    const cell = drawn.cells[index] || drawn.cells[0];
    if (said) {
      const note = document.createElement("div");
      note.className = "p-edit-saved";
      note.setAttribute("role", "status");
      note.append(...document.importNode(said.querySelector(".govuk-notification-banner__content"), true).childNodes);
      cell.append(note);
    }
    const wanted = new URLSearchParams(link.getAttribute("href").split("#")[0].slice(1)).get("edit");
    return [...cell.querySelectorAll("a.p-edit")].find((a) => a.getAttribute("href").includes(`edit=${wanted}&`)) || cell.querySelector("a");
  };

  const send = async (form) => {
    const { link } = open;
    const buttons = form.querySelectorAll("button");
    for (const button of buttons) {
      button.disabled = true;
    }
    try {
      const answer = await fetch(form.action, { method: "POST", headers: header, body: new URLSearchParams(new FormData(form)), credentials: "same-origin" });
      const html = await answer.text();
      if (answer.redirected && !new URL(answer.url).pathname.startsWith(marker().dataset.editBase)) {
        // Signed out meanwhile: the page says how to go on.
        window.location.assign(answer.url);
        return;
      }
      if (answer.redirected && answer.ok) {
        const page = new DOMParser().parseFromString(html, "text/html");
        close();
        const target = takeOver(page, link);
        if (target) {
          if (!target.matches("a, button")) {
            target.setAttribute("tabindex", "-1");
          }
          target.focus({ preventScroll: target.matches("a") });
        }
        return;
      }
      const again = place(html, form);
      if (again) {
        open.form = again;
        return;
      }
    } catch {
      // No connection: the browser sends the form and says so itself.
    }
    for (const button of buttons) {
      button.disabled = false;
    }
    open.first = typed(form);
    form.submit();
  };

  document.addEventListener("click", async (event) => {
    const cancel = event.target.closest("[data-edit-cancel]");
    if (cancel && open && open.form.contains(cancel)) {
      event.preventDefault();
      close();
      return;
    }
    const link = event.target.closest("a.p-edit");
    if (!link || !marker() || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) {
      return;
    }
    event.preventDefault();
    if (!mayClose()) {
      return;
    }
    try {
      const answer = await fetch(addressOf(link), { headers: header, credentials: "same-origin" });
      const html = await answer.text();
      if (answer.ok && !answer.redirected) {
        close();
        const cell = link.closest("td, th, dd, section, .p-strip > div, .p-links");
        const before = [...cell.childNodes].filter((node) => !(node.nodeName === "H2" || (node.classList && (node.classList.contains("p-strip__name") || node.classList.contains("p-title")))));
        const stand = document.createElement("div");
        for (const node of before) {
          node.remove();
        }
        cell.append(stand);
        const form = place(html, stand);
        if (form) {
          open = { form, before, link, first: typed(form) };
          return;
        }
        stand.replaceWith(...before);
      }
    } catch {
      // No connection: the browser follows the link and says so itself.
    }
    window.location.assign(link.href);
  });

  document.addEventListener("submit", (event) => {
    if (open && event.target === open.form) {
      event.preventDefault();
      send(event.target);
    }
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && open && open.form.contains(event.target) && mayClose()) {
      close();
    }
  });

  for (const form of document.querySelectorAll("form.p-edit-form, form.p-form")) {
    watch(form);
    if (form.matches(".p-edit-form")) {
      focusFirst(form);
    }
  }

  window.addEventListener("beforeunload", (event) => {
    if (isChanged()) {
      event.preventDefault();
    }
  });
})();
