/* Shows the print button where a page can print itself; everywhere else the browser's own menu does it. */
"use strict";
(() => {
  const button = document.getElementById("print");
  button.hidden = false;
  button.addEventListener("click", () => window.print());
})();
