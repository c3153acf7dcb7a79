/* Six digits with large keys under the thumb. Without a script the phone's own number keys do the same. */
"use strict";
(() => {
  const DIGITS = 6;
  const box = document.getElementById("pin");
  const pad = document.getElementById("keypad");
  const form = document.getElementById("pin-form");
  let sent = false;

  const sendWhenFull = () => {
    if (box.value.length >= DIGITS && !sent) {
      sent = true;
      form.requestSubmit();
    }
  };

  box.inputMode = "none"; // the keys below instead of the phone's; a real keyboard still writes
  pad.hidden = false;
  pad.addEventListener("click", (press) => {
    const key = press.target.closest("button");
    if (!key) return;
    if (key.id === "rub-out") box.value = box.value.slice(0, -1);
    else if (box.value.length < DIGITS) box.value += key.textContent.trim();
    sendWhenFull();
  });
  box.addEventListener("input", sendWhenFull);
})();
