"use strict";
(() => {
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const form = document.getElementById("filter");
  if (form) {
    const [words, contested, told] = ["filter-words", "filter-contested", "filter-told"].map((id) => document.getElementById(id));
    const rows = [...document.querySelectorAll("#incident-rows > tr")].map((row) => ({
      row,
      page: document.getElementById(row.dataset.incident),
      text: plain(row.textContent),
      isContested: "contested" in row.dataset,
    }));
    const show = () => {
      const wanted = plain(words.value).split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const { row, page, text, isContested } of rows) {
        const fits = wanted.every((word) => text.includes(word)) && (isContested || !contested.checked);
        row.hidden = page.hidden = !fits;
        shown += fits;
      }
      told.textContent = `${shown} of ${rows.length} shown`;
    };
    form.addEventListener("input", show);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.hidden = false;
    show();
  }

  // A link into a folded copy, or to an incident that the filter hides, must still lead there.
  const reveal = () => {
    const target = document.getElementById(location.hash.slice(1));
    for (let at = target; at; at = at.parentElement) {
      if (at.tagName === "DETAILS") at.open = true;
      at.hidden = false;
    }
    target?.scrollIntoView();
  };
  addEventListener("hashchange", reveal);
  if (location.hash) reveal();

  let closed = [];
  addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll("details:not([open])")];
    for (const one of closed) one.open = true;
  });
  addEventListener("afterprint", () => {
    for (const one of closed) one.open = false;
  });
})();
