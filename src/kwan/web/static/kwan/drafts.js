/* Keeps what is typed on a long sheet until it is written, for when a visit ends meanwhile: in this window alone, for who
   typed it, until they sign out or half a day has passed. Only forms that ask for it (data-draft) are kept: nothing sealed. */
"use strict";
(() => {
  const LASTS = 12 * 60 * 60 * 1000;
  const KEY = "kwan-draft ", SENT = "kwan-sent";
  let box;
  try { box = window.sessionStorage; box.getItem(SENT); } catch { return; }
  const forget = (unless = () => false) =>
    Object.keys(box).filter((key) => key.startsWith(KEY) && !unless(key)).forEach((key) => box.removeItem(key));
  document.querySelectorAll("form[data-leaves]").forEach((form) => form.addEventListener("submit", () => forget()));

  const me = document.body.dataset.me;
  if (!me) return box.removeItem(SENT); /* on the way in: what was sent did not arrive, its draft stays */
  forget((key) => key.startsWith(`${KEY}${me} `));

  const form = document.querySelector("form[data-draft]");
  const here = `${KEY}${me} ${location.pathname}`;
  const sent = box.getItem(SENT);
  box.removeItem(SENT);
  if (sent && !(sent === here && form)) box.removeItem(sent); /* it was written, and led here */
  if (!form) return;

  const fields = () => [...form.elements].filter((one) =>
    one.name && one.name !== "csrfmiddlewaretoken" && !/^(submit|button|file|password)$/.test(one.type) && one.tagName !== "FIELDSET");
  const isTick = (one) => one.type === "checkbox" || one.type === "radio";
  const keep = () => {
    const typed = fields().map((one) => [one.name, isTick(one) ? one.value : "", isTick(one) ? one.checked : one.value]);
    try { box.setItem(here, JSON.stringify({ at: Date.now(), typed })); } catch { /* full: then it is not kept */ }
  };
  const id = form.querySelector("[name=form_id]");
  const draft = JSON.parse(box.getItem(here) || "null");
  const idOf = (kept) => (kept.typed.find(([name]) => name === "form_id") || [])[2];

  /* Under the same id the server has drawn what it knows already. Else this is a fresh page, and the draft is filled in,
     its id too: had the sheet arrived after all, it is not written twice. */
  if (draft && Date.now() - draft.at > LASTS) box.removeItem(here);
  else if (draft && id && idOf(draft) !== id.value) {
    for (const [name, value, typed] of draft.typed) {
      const one = fields().find((field) => field.name === name && (!isTick(field) || field.value === value));
      if (!one) continue;
      if (isTick(one)) one.checked = typed;
      else one.value = typed;
      one.dispatchEvent(new Event("input", { bubbles: true }));
      one.dispatchEvent(new Event("change", { bubbles: true }));
    }
    const said = form.querySelector(".draft");
    if (said) said.hidden = false;
  }
  form.addEventListener("input", keep);
  form.addEventListener("change", keep);
  form.addEventListener("submit", () => { keep(); box.setItem(SENT, here); });
  form.querySelector(".draft button")?.addEventListener("click", () => { box.removeItem(here); location.assign(location.pathname); });
})();
