/*
  The grid of figures under the keyboard: arrows and Enter move between rows, and what was copied from a spreadsheet is spread over the cells
  from where the caret stands. Without scripts the Tab key moves, and "Paste rows" takes the same text.
*/
(() => {
  const table = document.querySelector("[data-grid]");
  if (!table) {
    return;
  }

  const body = table.tBodies[0];
  const said = document.querySelector("[data-figures-said]");
  const most = Number(table.dataset.gridMost);
  const fields = (row) => [...row.querySelectorAll("input:not([type=hidden])")];
  const place = (input) => {
    const row = input.closest("tr");
    return { row: [...body.rows].indexOf(row), column: fields(row).indexOf(input) };
  };

  const go = (row, column) => {
    const target = body.rows[row] && fields(body.rows[row])[column];
    if (target) {
      target.focus();
      target.select();
    }
    return Boolean(target);
  };

  /* The same as the server's: tabs part cells, line ends part rows, quotation marks hold both. */
  const closes = (text, open) => {
    for (let i = open + 1; i < text.length; i += 1) {
      if (text[i] !== '"') {
        continue;
      }
      if (i + 1 === text.length || "\t\n\r".includes(text[i + 1])) {
        return true;
      }
      if (text[i + 1] !== '"') {
        return false;
      }
      i += 1;
    }
    return false;
  };

  const split = (text) => {
    const rows = [];
    let cells = [];
    let cell = "";
    let quoted = false;
    const endRow = () => {
      cells.push(cell);
      rows.push(cells);
      cells = [];
      cell = "";
    };
    for (let i = 0; i < text.length; i += 1) {
      const letter = text[i];
      if (quoted) {
        if (letter !== '"') {
          cell += letter;
        } else if (text[i + 1] === '"') {
          cell += '"';
          i += 1;
        } else {
          quoted = false;
        }
      } else if (letter === '"' && cell === "" && closes(text, i)) {
        quoted = true;
      } else if (letter === "\t") {
        cells.push(cell);
        cell = "";
      } else if (letter === "\n" || letter === "\r") {
        i += letter === "\r" && text[i + 1] === "\n" ? 1 : 0;
        endRow();
      } else {
        cell += letter;
      }
    }
    if (cell !== "" || cells.length > 0) {
      endRow();
    }
    return rows;
  };

  const addRow = () => {
    const last = body.rows[body.rows.length - 1];
    const number = body.rows.length;
    const row = last.cloneNode(true);
    row.className = "";
    row.querySelectorAll(".govuk-error-message, span.p-small").forEach((old) => old.remove());
    row.querySelectorAll(".govuk-form-group--error").forEach((group) => group.classList.remove("govuk-form-group--error"));
    row.querySelectorAll("td.p-grid__state").forEach((state) => state.replaceChildren());
    row.querySelector("th").firstChild.nodeValue = `${number + 1}`;
    row.querySelectorAll("input").forEach((input) => {
      input.name = input.name.replace(/^Rows\[\d+\]/, `Rows[${number}]`);
      input.value = input.name.endsWith(".Version") ? "0" : "";
      input.classList.remove("govuk-input--error");
      input.removeAttribute("aria-describedby");
      if (input.id) {
        input.id = input.id.replace(/^Rows_\d+_/, `Rows_${number}_`);
      }
    });
    row.querySelectorAll("label").forEach((label) => {
      label.htmlFor = label.htmlFor.replace(/^Rows_\d+_/, `Rows_${number}_`);
      label.textContent = label.textContent.replace(/^Row \d+/, `Row ${number + 1}`);
    });
    body.append(row);
  };

  /* Which cell of a pasted row goes where: by its header, else by how many there are; from a later column on, one after the other. */
  const names = fields(body.rows[0]).map((input) => input.name.split(".").pop());
  const words = {
    When: /^(period|date|month|quarter|year|week|day|when)/i,
    Numerator: /^(numerator|num\b|counted)/i,
    Denominator: /^(denominator|den\b|denom|of\b|out of)/i,
    Note: /^(note|comment)/i,
    Value: /^(value|figure|result|actual|%|percent|rate|number|count|total|measure|score)/i,
  };
  const isNumber = (cell) => /^[\d,.\s%]+$/.test(cell) && /\d/.test(cell);
  const order = (rows, column, header) => {
    if (!names.includes("When")) {
      return ["Value", "Note"].slice(column);
    }
    if (column > 0) {
      return names.slice(column);
    }
    if (header) {
      const found = header.map((cell) => Object.keys(words).find((name) => words[name].test(cell.trim())) || "");
      if (found.includes("Value") || found.includes("Numerator")) {
        return found;
      }
    }
    const counts = names.includes("Numerator");
    const third = rows.filter((cells) => cells.length > 2 && isNumber(cells[2])).length * 2 > rows.length;
    if (!counts || !third) {
      return ["When", "Value", "Note"];
    }
    const fourth = rows.filter((cells) => cells.length > 3 && isNumber(cells[3])).length * 2 > rows.length;
    return fourth ? ["When", "Numerator", "Denominator", "Value", "Note"] : ["When", "Numerator", "Denominator", "Note"];
  };

  const isHeader = (cells) => cells.length > 1 && cells.every((cell) => !/\d/.test(cell)) && /period|date|month|quarter|year/i.test(cells[0]);

  table.addEventListener("paste", (event) => {
    const input = event.target;
    const text = event.clipboardData && event.clipboardData.getData("text/plain");
    if (!(input instanceof HTMLInputElement) || !text || !/[\t\n\r]/.test(text.replace(/[\r\n]+$/, ""))) {
      return;
    }
    event.preventDefault();
    const start = place(input);
    let rows = split(text);
    let header = null;
    if (start.column === 0 && rows.length > 1 && isHeader(rows[0])) {
      [header, ...rows] = rows;
    }
    const columns = order(rows, start.column, header);
    const room = rows.slice(0, Math.max(0, most - start.row));
    room.forEach((cells, down) => {
      if (start.row + down >= body.rows.length) {
        addRow();
      }
      const targets = fields(body.rows[start.row + down]);
      cells.forEach((cell, across) => {
        const target = columns[across] && targets.find((field) => field.name.endsWith(`.${columns[across]}`));
        if (target) {
          target.value = cell.trim();
        }
      });
    });
    go(start.row + room.length - 1, start.column);
    const cut = rows.length - room.length;
    said.textContent = `${room.length} rows are pasted.${cut > 0 ? ` ${cut} more do not fit: save these first.` : ""}`;
  });

  table.addEventListener("keydown", (event) => {
    const input = event.target;
    if (!(input instanceof HTMLInputElement) || event.altKey || event.ctrlKey || event.metaKey || event.isComposing) {
      return;
    }
    const { row, column } = place(input);
    const atStart = input.selectionEnd === 0;
    const atEnd = input.selectionStart === input.value.length;
    const whole = input.selectionStart === 0 && input.selectionEnd === input.value.length;
    let moved = false;
    switch (event.key) {
      case "Enter":
        if (event.shiftKey) {
          moved = go(row - 1, column);
        } else {
          if (row + 1 === body.rows.length && body.rows.length < most && input.value !== "") {
            addRow();
          }
          moved = go(row + 1, column);
        }
        event.preventDefault();
        return;
      case "ArrowDown":
        moved = go(row + 1, column);
        break;
      case "ArrowUp":
        moved = go(row - 1, column);
        break;
      case "ArrowLeft":
        moved = (atStart || whole) && !event.shiftKey && go(row, column - 1);
        break;
      case "ArrowRight":
        moved = (atEnd || whole) && !event.shiftKey && go(row, column + 1);
        break;
      default:
        return;
    }
    if (moved) {
      event.preventDefault();
    }
  });
})();
