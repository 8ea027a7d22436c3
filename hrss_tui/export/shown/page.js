"use strict";
for (const table of document.querySelectorAll("table.sorted")) {
  const body = table.tBodies[0], printed = [...body.rows];
  const heads = [...table.tHead.rows[0].cells];
  const wanted = (row, at) => {
    const cell = row.cells[at], order = cell.dataset.order;
    if (order !== undefined) return order === "" ? null : Number(order);
    return cell.textContent.trim() || null;
  };
  const compare = (left, right) => {
    const numbers = (typeof left === "number") - (typeof right === "number");
    if (numbers) return -numbers;
    return typeof left === "number" ? left - right : left.localeCompare(right, document.documentElement.lang);
  };
  heads.forEach((head, at) => {
    const button = head.querySelector("button");
    if (!button) return;
    button.addEventListener("click", () => {
      const first = head.classList.contains("n") ? "descending" : "ascending";
      const second = first === "ascending" ? "descending" : "ascending";
      const now = head.getAttribute("aria-sort");
      const next = now === first ? second : now === second ? "none" : first;
      for (const other of heads) other.removeAttribute("aria-sort");
      let rows = printed;
      if (next !== "none") {
        head.setAttribute("aria-sort", next);
        const known = printed.filter((row) => wanted(row, at) !== null);
        const unknown = printed.filter((row) => wanted(row, at) === null);
        const sign = next === "ascending" ? 1 : -1;
        known.sort((left, right) => sign * compare(wanted(left, at), wanted(right, at)));
        rows = [...known, ...unknown];
      }
      body.append(...rows);
    });
  });
}
