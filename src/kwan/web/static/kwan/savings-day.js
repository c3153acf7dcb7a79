/* Adds the sheet up while it is being filled in. Without this the server adds up: every button here is one of its form. */
"use strict";
(() => {
  const form = document.getElementById("day");
  const at = (id) => document.getElementById(id);
  const rows = [...form.querySelectorAll(".count tbody tr")];
  if (!rows.length) return;

  const THAI = "๐๑๒๓๔๕๖๗๘๙";
  /* Satang of what is typed, or 0; the server reads it again and is the one who judges. */
  const satang = (text) => {
    const plain = text.replace(/[๐-๙]/g, (digit) => THAI.indexOf(digit)).replace(/[,\s]/g, "");
    return /^\d+(\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : 0;
  };
  const baht = (sum, places = sum % 100 ? 2 : 0) =>
    (sum / 100).toLocaleString("en", { minimumFractionDigits: places, maximumFractionDigits: places });
  const into = (row) => {
    const tick = row.querySelector("[type=checkbox]");
    return satang(row.querySelector(".in").value) || (tick?.checked ? Number(row.dataset.usual) : 0);
  };
  const out = (row) => satang(row.querySelector(".out").value);

  const judge = (difference, over) => {
    const said = at("verdict"), words = said.dataset;
    const absent = rows.filter((row) => !into(row) && Number(row.dataset.usual) === difference);
    const forgot = difference > 0 && absent.length === 1;
    const sentence = !difference ? words.even : forgot ? words.forgot : over ? words.over : words.short;
    said.className = difference ? "heed" : "well";
    said.hidden = false;
    said.querySelector("span").textContent = sentence
      .replace("{n}", baht(Math.abs(difference)))
      .replace("{who}", forgot ? absent[0].dataset.first : "");
    said.querySelector("path").setAttribute("d", difference ? "M12 4 3.5 19h17zM12 10v4.4M12 16.7v.1" : "m5 12.5 4.5 4.5L19 7.5");
  };

  const addUp = (changed = false) => {
    let expected = satang(at("opening").value), people = 0;
    for (const row of rows) {
      const [came, went] = [into(row), out(row)];
      expected += came - went;
      people += came || went ? 1 : 0;
      const after = Number(row.dataset.balance) + came - went, has = row.querySelector(".new");
      has.textContent = baht(after, 2);
      has.classList.toggle("beyond", after < 0);
      row.classList.toggle("there", Boolean(came || went));
    }
    at("expected").textContent = baht(expected);
    at("people").hidden = !people;
    at("people").querySelector("b").textContent = people;
    const typed = at("counted").value.trim();
    const difference = satang(typed) - expected;
    at("seen").value = typed ? difference : "";
    if (typed) judge(difference, difference > 0);
    else if (at("verdict").className !== "heed" || changed) at("verdict").hidden = true;
  };

  form.addEventListener("input", (event) => {
    const row = event.target.closest("tr");
    const tick = row?.querySelector("[type=checkbox]");
    if (tick && event.target.matches(".in") && event.target.value) tick.checked = false;
    if (tick && event.target === tick && tick.checked) row.querySelector(".in").value = "";
    addUp(true);
  });
  at("all-usual")?.addEventListener("click", (event) => {
    event.preventDefault();
    for (const row of rows) {
      const tick = row.querySelector("[type=checkbox]");
      if (tick && !row.querySelector(".in").value) tick.checked = true;
    }
    addUp(true);
  });
  window.addEventListener("pageshow", () => addUp());
  at("add-up").hidden = true;
  addUp();
})();
