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
  const boxes = (row) => [...row.querySelectorAll(".sum")];
  const usual = (box) => Number(box.dataset.usual || 0);
  const tickOf = (row) => row.querySelector(".same [type=checkbox]");

  /* What stands for a box: what is typed in it, else the usual sum of a ticked row; shares are whole, or what is left is kept. */
  const sum = (row, box) => {
    const found = box.value.trim() ? satang(box.value) : tickOf(row)?.checked ? usual(box) : 0;
    const price = Number(box.dataset.price || 0);
    const back = row.querySelector(".rest [value=back]")?.checked;
    return price && back ? found - (found % price) : found;
  };
  const lineOf = (row) => {
    const sent = Boolean(row.querySelector(".slip-of")?.value.trim());
    const line = { cash: {}, into: 0, out: 0, passbook: 0, usual: 0 };
    for (const box of boxes(row)) {
      const [came, out, purse] = [sum(row, box), box.dataset.sign === "-1", box.dataset.purse];
      line[out ? "out" : "into"] += came;
      if (/^(in|out)-/.test(box.name)) line.passbook += out ? -came : came;
      if (out || !sent) line.cash[purse] = (line.cash[purse] || 0) + (out ? -came : came);
      if (purse === "savings") line.usual += usual(box);
    }
    return line;
  };

  const judge = (said, difference, lines) => {
    const words = said.dataset;
    const absent = said.id === "verdict" ? rows.filter((row, n) => !lines[n].into && lines[n].usual === difference) : [];
    const forgot = difference > 0 && absent.length === 1;
    const over = difference > 0 ? words.over : words.short;
    said.className = difference ? "cash-said heed" : "cash-said well";
    said.hidden = false;
    said.querySelector("span").textContent = (!difference ? words.even : forgot ? words.forgot : over)
      .replace("{n}", baht(Math.abs(difference)))
      .replace("{who}", forgot ? absent[0].dataset.first : "");
    said.querySelector("path").setAttribute("d", difference ? "M12 4 3.5 19h17zM12 10v4.4M12 16.7v.1" : "m5 12.5 4.5 4.5L19 7.5");
  };

  const show = (row, line) => {
    const after = Number(row.dataset.balance) + line.passbook, has = row.querySelector(".new");
    has.textContent = baht(after, 2);
    has.classList.toggle("beyond", after < 0);
    row.classList.toggle("there", Boolean(line.into || line.out));
    const total = row.querySelector(".row-sum");
    if (total) total.textContent = line.into ? baht(line.into) : "";
  };

  const addUp = (changed = false) => {
    const lines = rows.map(lineOf);
    lines.forEach((line, n) => show(rows[n], line));
    const people = lines.filter((line) => line.into || line.out).length;
    at("people").hidden = !people;
    at("people").querySelector("b").textContent = people;
    const differences = [...form.querySelectorAll(".counted")].map((box) => count(box, lines, changed));
    at("seen").value = differences.includes(null) ? "" : differences.join(",");
  };

  /* Shows what the box of one purse should hold; returns what it holds more than that, null until it was counted. */
  const count = (box, lines, changed) => {
    const purse = box.dataset.purse, tail = purse === "savings" ? "" : `-${purse}`;
    const opening = purse === "savings" && at("opening") ? satang(at("opening").value) : 0;
    const expected = lines.reduce((all, line) => all + (line.cash[purse] || 0), opening);
    const said = at(`verdict${tail}`), typed = box.value.trim();
    at(`expected${tail}`).textContent = baht(expected);
    const late = expected < 0 && form.querySelector("[name=member]");
    const difference = (late ? -satang(typed) : satang(typed)) - expected;
    if (typed) judge(said, difference, lines);
    else if (!said.classList.contains("heed") || changed) said.hidden = true;
    return typed || (!expected && (tail || form.querySelector("[name=member]"))) ? difference : null;
  };

  /* Lines fold where a script can open them again; without one they all lie open. */
  form.querySelector(".columned")?.classList.add("folds");
  const unfold = (row) => row.classList.toggle("opened", Boolean(row.querySelector(".opener")?.checked));
  rows.forEach(unfold);

  form.addEventListener("input", (event) => {
    if (event.target.matches(".opener")) return unfold(event.target.closest("tr"));
    const row = event.target.closest("tr"), tick = row && tickOf(row);
    if (tick && event.target.matches(".sum") && event.target.value && boxes(row).every((box) => box.value || !usual(box)))
      tick.checked = false;
    if (tick && event.target === tick && tick.checked)
      for (const box of boxes(row)) if (usual(box)) box.value = "";
    addUp(true);
  });
  at("all-usual")?.addEventListener("click", (event) => {
    event.preventDefault();
    for (const row of rows) {
      const tick = tickOf(row);
      if (tick && boxes(row).some((box) => usual(box) && !box.value)) tick.checked = true;
    }
    addUp(true);
  });
  window.addEventListener("pageshow", () => { rows.forEach(unfold); addUp(); });
  at("add-up").hidden = true;
  addUp();
})();
