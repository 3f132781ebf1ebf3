/*
  Small comforts for those who have scripts; every page works without.
  A menu closes with Escape or a click elsewhere; "more" goes away where the text is short enough to be seen whole.
*/
(() => {
  const menus = () => document.querySelectorAll(".p-menu[open]");

  document.addEventListener("click", (event) => {
    for (const menu of menus()) {
      if (!menu.contains(event.target)) {
        menu.open = false;
      }
    }
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") {
      return;
    }
    for (const menu of menus()) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });

  for (const clamp of document.querySelectorAll(".p-clamp--held")) {
    const text = clamp.querySelector(".p-clamp__text");
    const control = clamp.querySelector(".p-clamp__control");
    if (control && text.offsetHeight > 0 && text.scrollHeight <= text.offsetHeight + 1) {
      control.hidden = true;
    }
  }
})();
