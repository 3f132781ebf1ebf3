/*
  Opens the browser's print window from a link. Without scripts the link leads to the page with every cell in full, to print from there.
*/
(() => {
  for (const link of document.querySelectorAll("a[data-print]")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      window.print();
    });
  }
})();
