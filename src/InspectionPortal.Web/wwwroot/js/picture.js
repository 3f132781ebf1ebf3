/*
  "Download as PNG": the browser draws the chart's SVG on a canvas, at twice its size so that it is sharp in a report. Without scripts the link is not there and the SVG is.
*/
(() => {
  const scale = 2;
  for (const link of document.querySelectorAll("a[data-picture]")) {
    link.hidden = false;
    link.addEventListener("click", (event) => {
      event.preventDefault();
      const image = new Image();
      image.addEventListener("error", () => window.location.assign(link.href));
      image.addEventListener("load", () => {
        const canvas = document.createElement("canvas");
        canvas.width = image.naturalWidth * scale;
        canvas.height = image.naturalHeight * scale;
        canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
        canvas.toBlob((picture) => {
          const file = document.createElement("a");
          file.href = URL.createObjectURL(picture);
          file.download = link.dataset.picture;
          file.click();
          URL.revokeObjectURL(file.href);
        }, "image/png");
      });
      image.src = link.href;
    });
  }
})();
