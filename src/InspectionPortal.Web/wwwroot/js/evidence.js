/*
  Files of evidence are sent as soon as they are chosen or dropped, piece by piece, and go on after a lost connection (tus). The form then
  carries their numbers. Without scripts the form carries the files themselves.
*/
(() => {
  const area = document.querySelector("[data-upload]");
  if (!area || !window.tus || !window.tus.isSupported) {
    return;
  }

  const input = area.querySelector("input[type=file]");
  const form = input.form;
  const list = area.querySelector("[data-upload-list]");
  const said = area.querySelector("[data-upload-said]");
  const title = form.elements.Title;
  // A form that is read as it comes has its token twice: first, and where every form has it.
  const token = form.querySelector("[name=__RequestVerificationToken]").value;
  const most = Number(area.dataset.uploadMost);
  const isSeveral = input.multiple;
  let waiting = 0;

  const size = (bytes) => (bytes < 1048576 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1048576).toFixed(1)} MB`);

  const problem = (row, words) => {
    row.classList.add("p-upload--wrong");
    row.querySelector("[data-upload-state]").textContent = words;
    said.textContent = `${row.dataset.name}: ${words}`;
  };

  const message = (error) => {
    const response = error.originalResponse;
    if (!response) {
      return "The connection was lost. Choose the file again to go on where it stopped.";
    }
    try {
      return JSON.parse(response.getBody()).message || "It could not be sent.";
    } catch {
      return response.getStatus() === 507 ? "There is no space left for files. Ask the people who run the portal." : "It could not be sent. You may have been signed out.";
    }
  };

  const row = (file) => {
    const item = document.createElement("li");
    item.className = "p-upload";
    item.dataset.name = file.name;
    const name = document.createElement("span");
    name.textContent = `${file.name} (${size(file.size)})`;
    const bar = document.createElement("progress");
    bar.max = file.size || 1;
    bar.value = 0;
    bar.setAttribute("aria-label", `How much of ${file.name} has been sent`);
    const state = document.createElement("span");
    state.className = "p-quiet";
    state.dataset.uploadState = "";
    const remove = document.createElement("button");
    remove.type = "button";
    remove.className = "p-link-button";
    remove.textContent = "Remove";
    remove.setAttribute("aria-label", `Remove ${file.name}`);
    item.append(name, bar, state, remove);
    list.append(item);
    return { item, bar, state, remove };
  };

  const send = (file) => {
    if (!isSeveral) {
      list.querySelectorAll("button").forEach((button) => button.click());
    }
    const { item, bar, state, remove } = row(file);
    if (file.size > most) {
      problem(item, `It must be ${size(most)} or smaller.`);
      remove.addEventListener("click", () => item.remove());
      return;
    }
    waiting += 1;
    let isDone = false;
    const end = () => {
      if (!isDone) {
        isDone = true;
        waiting -= 1;
      }
    };
    const upload = new window.tus.Upload(file, {
      endpoint: area.dataset.upload,
      chunkSize: 4 * 1024 * 1024,
      retryDelays: [0, 1000, 3000, 5000, 10000, 20000, 30000],
      removeFingerprintOnSuccess: true,
      metadata: { filename: file.name },
      headers: { RequestVerificationToken: token },
      onProgress: (sent, total) => {
        bar.value = sent;
        state.textContent = `${Math.floor((100 * sent) / total)}%`;
      },
      onError: (error) => {
        end();
        problem(item, message(error));
      },
      onSuccess: () => {
        end();
        bar.value = bar.max;
        state.textContent = "Received";
        said.textContent = `${file.name} received`;
        const hidden = document.createElement("input");
        hidden.type = "hidden";
        hidden.name = "UploadIds";
        hidden.value = upload.url.split("/").pop();
        item.append(hidden);
        if (title && !title.value && list.children.length === 1) {
          title.value = file.name.replace(/\.[^.]*$/, "").replace(/[_]+/g, " ").slice(0, Number(title.maxLength) || 200);
        }
      },
    });
    remove.addEventListener("click", () => {
      end();
      upload.abort(true).catch(() => {});
      item.remove();
      said.textContent = `${file.name} removed`;
    });
    upload.findPreviousUploads().then((earlier) => {
      if (earlier.length > 0) {
        upload.resumeFromPreviousUpload(earlier[0]);
      }
      upload.start();
    });
  };

  const take = (files) => {
    [...files].slice(0, isSeveral ? 50 : 1).forEach(send);
    input.value = "";
  };

  input.addEventListener("change", () => take(input.files));
  area.classList.add("p-drop");
  area.querySelectorAll("[data-upload-hint]").forEach((hint) => {
    hint.hidden = false;
  });
  for (const kind of ["dragenter", "dragover"]) {
    area.addEventListener(kind, (event) => {
      event.preventDefault();
      area.classList.add("p-drop--over");
    });
  }
  for (const kind of ["dragleave", "drop"]) {
    area.addEventListener(kind, () => area.classList.remove("p-drop--over"));
  }
  area.addEventListener("drop", (event) => {
    event.preventDefault();
    if (event.dataTransfer && event.dataTransfer.files.length > 0) {
      take(event.dataTransfer.files);
    }
  });

  // What was received with a form that is shown again is dropped like any other.
  list.querySelectorAll("[data-upload-drop]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => {
      button.closest("li").remove();
    });
  });

  form.addEventListener("submit", (event) => {
    if (waiting > 0) {
      event.preventDefault();
      said.textContent = "Wait until every file has been received, or remove those that are not needed.";
      said.focus();
    }
  });
})();
