/*
  Keeps a part of the page that shows work under way true: asks for the page again every two seconds and takes over that part.
  When the part is gone the work has ended, and the whole page is opened anew. Without scripts there is a link.
*/
(() => {
  const part = document.querySelector("[data-live]");
  if (!part) {
    return;
  }

  const every = 2000;
  const name = part.dataset.live;
  const look = async () => {
    if (document.hidden) {
      window.setTimeout(look, every);
      return;
    }
    try {
      const response = await fetch(window.location.href, { credentials: "same-origin" });
      if (response.ok && !response.redirected) {
        const page = new DOMParser().parseFromString(await response.text(), "text/html");
        const now = page.querySelector(`[data-live="${name}"]`);
        if (!now) {
          window.location.reload();
          return;
        }
        const [before, after] = [part.querySelector("[role=status]"), now.querySelector("[role=status]")];
        if (before.textContent !== after.textContent) {
          before.replaceChildren(...after.childNodes);
        }
        const [barBefore, barAfter] = [part.querySelector(".p-progress"), now.querySelector(".p-progress")];
        if (barBefore && barAfter) {
          barBefore.replaceWith(barAfter);
        } else if (barAfter) {
          before.after(barAfter);
        }
      }
    } catch {
      // The next look will tell.
    }
    window.setTimeout(look, every);
  };
  window.setTimeout(look, every);
})();
