/*
  Keeps what is typed into an update on the server, a moment after each change, and says when. It never saves the update itself.
  While the server cannot be reached, the text is kept in this tab and sent again. Without scripts there is "Save draft".
*/
(() => {
  const form = document.querySelector("form[data-autosave]");
  if (!form) {
    return;
  }

  const pause = 1500;
  const retry = 5000;
  const status = form.querySelector("[data-autosave-status]");
  const kept = form.elements.KeptVersion;
  const store = `autosave ${form.dataset.autosave}`;
  let timer = 0;
  let sending = false;
  let changed = false;
  let stopped = false;

  const say = (words, isProblem = false) => {
    status.textContent = words;
    status.classList.toggle("p-problem", isProblem);
  };

  const secret = ["__RequestVerificationToken", "KeptVersion", "Version"];
  const fields = () => [...new FormData(form)].filter(([name]) => !secret.includes(name));

  const remember = () => {
    try {
      window.sessionStorage.setItem(store, JSON.stringify({ version: form.elements.Version.value, kept: kept.value, fields: fields() }));
    } catch {
      // Storage is full or off; the text is still in the form.
    }
  };

  const forget = () => {
    try {
      window.sessionStorage.removeItem(store);
    } catch {
      // There is nothing to forget.
    }
  };

  const later = (time) => {
    window.clearTimeout(timer);
    timer = window.setTimeout(send, time);
  };

  const refuse = async (response) => {
    const type = response.headers.get("content-type") || "";
    const body = type.includes("json") ? await response.json() : {};
    stopped = response.status !== 422;
    say(`Not saved. ${body.message || "You may have been signed out. Sign in again in another tab, then save this form."}`, true);
  };

  async function send() {
    if (sending || stopped || !changed) {
      return;
    }
    sending = true;
    changed = false;
    try {
      const response = await fetch(form.dataset.autosave, { method: "POST", body: new FormData(form), redirect: "manual", credentials: "same-origin" });
      if (response.ok) {
        const answer = await response.json();
        kept.value = answer.version;
        if (!changed) {
          say(`Saved at ${answer.at}. Not submitted yet`);
          forget();
        }
      } else {
        remember();
        await refuse(response);
      }
    } catch {
      changed = true;
      remember();
      say("Not saved: no connection. Keep this page open. It will be saved when the connection is back.", true);
      later(retry);
    } finally {
      sending = false;
    }
    if (changed && !stopped) {
      later(pause);
    }
  }

  const onChange = () => {
    if (!changed && !stopped) {
      say("Not saved yet");
    }
    changed = true;
    remember();
    later(pause);
  };

  const fill = (saved) => {
    for (const element of form.elements) {
      if (!element.name || secret.includes(element.name) || element.type === "hidden" || element.tagName === "BUTTON") {
        continue;
      }
      const values = saved.filter(([name]) => name === element.name).map(([, value]) => value);
      if (element.type === "checkbox" || element.type === "radio") {
        element.checked = values.includes(element.value);
      } else if (values.length > 0) {
        [element.value] = values;
      }
    }
  };

  /* Text that was typed here and never reached the server, unless something newer is on the server. */
  const restore = () => {
    let saved = null;
    try {
      saved = JSON.parse(window.sessionStorage.getItem(store) || "null");
    } catch {
      saved = null;
    }
    if (!saved) {
      return;
    }
    if (saved.version === form.elements.Version.value && saved.kept === kept.value) {
      fill(saved.fields);
      onChange();
      return;
    }
    forget();
  };

  form.addEventListener("input", onChange);
  form.addEventListener("change", onChange);
  form.addEventListener("submit", () => {
    stopped = true;
    window.clearTimeout(timer);
    forget();
  });
  document.addEventListener("visibilitychange", () => {
    if (document.hidden && changed) {
      send();
    }
  });
  window.addEventListener("pagehide", () => {
    if (changed && !stopped) {
      navigator.sendBeacon(form.dataset.autosave, new FormData(form));
    }
  });
  window.addEventListener("online", () => later(0));
  restore();
})();
