"use strict";
// Everything shown comes from the JSON beside this script and is put in as text, never as markup.
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const $ = (id) => document.getElementById(id);
  const el = (tag, cls, text) => {
    const node = document.createElement(tag);
    if (cls) node.className = cls;
    if (text !== undefined) node.textContent = text;
    return node;
  };
  const css = (level) => level.split(" ")[0];
  const on = new Set(data.tags.filter((tag) => tag.on).map((tag) => tag.name));
  let current = null;      // the operation shown
  let rows = new Map();    // row id -> tr
  let lines = new Map();   // "segment:line" -> div
  let back = new Map();    // "segment:line" -> row ids

  // ---- text ----------------------------------------------------------------
  const words = (parent, message) => {
    message.split("`").forEach((part, index, all) => {
      if (all.length % 2 && index % 2) parent.append(el("code", "", part));
      else parent.append(part);
    });
    return parent;
  };
  // Long names may break after an underscore and before a hump, not anywhere.
  const breakable = (text) => {
    const parts = text.split(/(?<=_)(?=[^_])|(?<=[a-z0-9])(?=[A-Z])/);
    if (parts.length < 2) return document.createTextNode(text);
    const node = el("span");
    parts.forEach((part, index) => { if (index) node.append(el("wbr")); node.append(part); });
    return node;
  };
  const span = ([text, marks]) => {
    let node = breakable(text);
    const wrap = (tag, cls) => { const outer = el(tag, cls); outer.append(node); node = outer; };
    if (marks.includes("l")) wrap("code", "lit-text");
    if (marks.includes("s")) wrap("strong");
    if (marks.includes("e")) wrap("em");
    if (marks.includes("+")) wrap("ins");
    if (marks.includes("-")) wrap("del");
    return node;
  };
  const paragraph = (line) => {
    const kind = line.k === "code" ? "code" : line.k ? "note" : "";
    const node = el("p", [line.b ? "bullet" : "", line.d ? "d" + line.d : "", kind].join(" ").trim());
    node.append(...line.s.map(span));
    return node;
  };

  // ---- remarks: changes and findings ------------------------------------------
  const remark = (item) => {
    const node = el("div", "remark");
    node.dataset.tag = item.tag;
    node.append(el("span", "badge " + css(item.tag), item.tag));
    node.append(words(el("span", "message"), item.message));
    if (item.accepted) node.append(" ", el("em", "", "accepted: " + item.accepted));
    if (item.hint) node.append(" ", el("em", "", item.hint));
    node.append(" ", el("span", "id", item.id));
    return node;
  };

  const sift = (pane) => {
    for (const node of pane.querySelectorAll(".remark")) node.hidden = !on.has(node.dataset.tag);
    for (const entry of pane.querySelectorAll(".contents > li")) entry.hidden = !on.has(entry.dataset.tag);
    for (const row of pane.querySelectorAll("tr.remarks")) row.hidden = !row.querySelector(".remark:not([hidden])");
  };

  // ---- the doc, left ------------------------------------------------------------
  const STATES = { "+": "add", "-": "del", "~": "mod" };
  const table = (of, remarks) => {
    const node = el("table");
    node.append(el("caption", of.state === "-" ? "gone" : "", of.cap || "Table"));
    const head = el("tr");
    head.append(...of.head.map((text) => { const th = el("th", "", text); th.scope = "col"; return th; }));
    const top = el("thead"); top.append(head);
    const body = el("tbody");
    for (const row of of.rows) {
      const tr = el("tr", "row " + (STATES[row.state] || ""));
      tr.dataset.row = row.id;
      tr.tabIndex = -1;
      tr.title = `${row.file}:${row.line}`;
      for (const cell of row.cells) {
        const td = el("td");
        td.append(...cell.map(paragraph));
        tr.append(td);
      }
      rows.set(row.id, tr);
      body.append(tr);
      const said = remarks.get(row.id);
      if (said) {
        const extra = el("tr", "remarks");
        const td = el("td");
        td.colSpan = Math.max(of.head.length, 1);
        td.append(...said.map(remark));
        extra.append(td);
        body.append(extra);
      }
    }
    node.append(top, body);
    return node;
  };
  // What is said of the rows, first: each entry leads to its row.
  const within = (message) => message.replace(/ of [A-Z]+ …?\/\S*(?: \([^)]*\))?/, "");
  const contents = (remarks) => {
    const list = el("ul", "contents");
    list.setAttribute("aria-label", "Said of rows");
    for (const said of remarks.values()) {
      for (const item of said) {
        const entry = el("li");
        entry.dataset.tag = item.tag;
        const button = el("button");
        button.type = "button";
        button.dataset.to = item.row;
        button.append(el("span", "badge " + css(item.tag), item.tag), " ", words(el("span", "message"), within(item.message)));
        entry.append(button);
        list.append(entry);
      }
    }
    return list;
  };
  const showDoc = (op) => {
    const pane = $("doc");
    pane.replaceChildren();
    pane.append(el("h2", "", op.title));
    pane.append(el("div", "where", `${op.method} ${op.path} — ${op.page}`));
    const remarks = new Map();
    for (const item of op.remarks) {
      if (item.row === "") pane.append(remark(item));
      else remarks.set(item.row, [...(remarks.get(item.row) || []), item]);
    }
    if (remarks.size) pane.append(contents(remarks));
    for (const page of op.docs) {
      if (page.file !== op.page) pane.append(el("h3", "", "From " + page.file));
      for (const block of page.blocks) {
        if (block.h) pane.append(el("h3", block.state === "-" ? "gone" : "", block.h));
        if (block.p) { const text = el("div", "text"); text.append(...block.p.map(paragraph)); pane.append(text); }
        if (block.t) pane.append(table(block.t, remarks));
      }
    }
    sift(pane);
  };

  // ---- the code, right ------------------------------------------------------------
  const showCode = (op) => {
    const pane = $("code");
    pane.replaceChildren();
    pane.append(el("h2", "", op.name));
    const places = el("div", "places");
    places.setAttribute("role", "group");
    places.setAttribute("aria-label", "Code of the row");
    places.hidden = true;
    pane.append(places);
    if (!op.segments.length) pane.append(el("p", "where", "No code is generated from this page."));
    for (const number of op.segments) {
      const segment = data.segments[number];
      pane.append(el("div", "segment", segment.file));
      const block = el("div", "lines");
      const fresh = new Set(segment.added);
      segment.lines.forEach((parts, index) => {
        const no = segment.start + index;
        const line = el("div", "line" + (fresh.has(no) ? " new" : ""));
        line.dataset.line = `${number}:${no}`;
        line.append(el("span", "no", String(no)));
        const text = el("span", "source");
        text.append(...parts.map(([cls, part]) => (cls ? el("span", cls, part) : document.createTextNode(part))));
        if (!parts.length) text.append("\n");
        line.append(text);
        lines.set(line.dataset.line, line);
        block.append(line);
      });
      pane.append(block);
    }
    for (const [row, spans] of Object.entries(op.links)) {
      for (const [segment, first, last] of spans) {
        for (let no = first; no <= last; no++) {
          const key = `${segment}:${no}`;
          const line = lines.get(key);
          if (!line) continue;
          line.classList.add("linked");
          line.tabIndex = -1;
          back.set(key, [...(back.get(key) || []), row]);
        }
      }
    }
    roving(pane, ".line.linked");
  };

  // ---- selection ------------------------------------------------------------------
  const clear = () => {
    for (const bar of document.querySelectorAll(".places")) bar.hidden = true;
    for (const node of document.querySelectorAll(".sel, .lit")) node.classList.remove("sel", "lit");
  };
  const near = (node) => node && node.scrollIntoView({ block: "nearest" });
  const middle = (node) => node && node.scrollIntoView({ block: "center" });
  const say = (text) => { $("status").textContent = text; };
  const address = (row) => {
    const hash = "#" + encodeURIComponent(current.id) + (row ? "/" + encodeURIComponent(row) : "");
    if (location.hash !== hash) history.replaceState(null, "", hash);
  };
  const codeOf = (row) => (current.links[row] || []).flatMap(([segment, first, last]) =>
    Array.from({ length: last - first + 1 }, (_, i) => `${segment}:${first + i}`));
  // Where a row's code stands: the first line of each run, to go from one to the next.
  const showPlaces = (keys) => {
    const bar = $("code").querySelector(".places");
    const starts = keys.filter((key) => {
      const [segment, no] = key.split(":");
      return lines.has(key) && !keys.includes(`${segment}:${no - 1}`);
    });
    bar.hidden = !starts.length;
    bar.replaceChildren();
    let shown = "";
    for (const key of starts) {
      const [segment, no] = key.split(":");
      const file = data.segments[segment].file;
      const button = el("button", "place", file === shown ? no : `${file.split("/").pop()}:${no}`);
      button.type = "button";
      button.dataset.goto = key;
      button.title = `${file}:${no}`;
      shown = file;
      bar.append(button);
    }
  };
  const goTo = (key) => {
    for (const button of $("code").querySelectorAll(".place")) {
      button.setAttribute("aria-current", String(button.dataset.goto === key));
    }
    middle(lines.get(key));
  };
  const nextPlace = () => {
    const all = [...$("code").querySelectorAll(".place")];
    const next = all[(all.findIndex((one) => one.getAttribute("aria-current") === "true") + 1) % all.length];
    if (next) goTo(next.dataset.goto);
  };
  const selectRow = (id, focus) => {
    const tr = rows.get(id);
    if (!tr) return false;
    clear();
    tr.classList.add("sel");
    const found = codeOf(id).map((key) => lines.get(key)).filter(Boolean);
    found.forEach((line) => line.classList.add("lit"));
    near(tr);
    showPlaces(codeOf(id));
    if (found.length) goTo(found[0].dataset.line);
    stop($("doc"), tr);
    if (focus) tr.focus({ preventScroll: true });
    say(`${found.length} lines of code come from the row ${id}`);
    address(id);
    return true;
  };
  const selectLine = (key) => {
    const line = lines.get(key);
    if (!line) return;
    clear();
    line.classList.add("sel");
    const found = [...new Set(back.get(key) || [])].map((id) => rows.get(id)).filter(Boolean);
    found.forEach((tr) => tr.classList.add("lit"));
    middle(found[0]);
    near(line);
    stop($("code"), line);
    say(found.length ? `comes from ${found.map((tr) => tr.dataset.row).join(", ")}` : "comes from no row");
    address(found.length ? found[0].dataset.row : "");
  };

  // One tab stop a list; the arrows move inside it.
  const roving = (pane, selector) => {
    const items = pane.querySelectorAll(selector);
    if (items.length) stop(pane, items[0]);
  };
  const stop = (pane, item) => {
    for (const node of pane.querySelectorAll("[tabindex='0']")) if (node !== pane) node.tabIndex = -1;
    item.tabIndex = 0;
  };
  const step = (event, pane, selector) => {
    const delta = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const item = event.target.closest(selector);
    if (!delta || !item) return;
    const items = [...pane.querySelectorAll(selector)];
    const next = items[items.indexOf(item) + delta];
    event.preventDefault();
    if (next) { stop(pane, next); next.focus(); }
  };

  // ---- operations -------------------------------------------------------------------
  const visible = (op) => op.tags.some((tag) => on.has(tag)) &&
    `${op.name} ${op.method} ${op.path} ${op.title} ${op.page}`.toLowerCase().includes($("search").value.toLowerCase());
  const drawList = () => {
    const list = $("list");
    list.replaceChildren();
    for (const op of data.operations.filter(visible)) {
      const button = el("button");
      button.type = "button";
      button.dataset.op = op.id;
      const badges = el("span", "badges");
      for (const tag of data.tags) {
        const count = op.remarks.filter((item) => item.tag === tag.name).length;
        if (count && on.has(tag.name)) {
          const badge = el("span", "badge " + css(tag.name), String(count));
          badge.title = `${count} ${tag.name}`;
          badges.append(badge);
        }
      }
      const name = el("span", "name");
      name.append(breakable(op.name));
      button.append(name, badges, el("span", "path", `${op.method} ${op.path}`));
      button.setAttribute("aria-current", String(op === current));
      const item = el("li");
      item.append(button);
      list.append(item);
    }
    $("none").hidden = list.childElementCount > 0;
    roving(list, "button");
  };
  const open = (op, row) => {
    current = op;
    rows = new Map(); lines = new Map(); back = new Map();
    showDoc(op);
    showCode(op);
    roving($("doc"), "tr.row");
    $("doc").scrollTop = 0;
    $("code").scrollTop = 0;
    for (const button of $("list").querySelectorAll("button")) {
      const here = button.dataset.op === op.id;
      button.setAttribute("aria-current", String(here));
      if (here) { stop($("list"), button); near(button); }
    }
    if (!row || !selectRow(row)) address("");
  };
  const follow = () => {
    const [id, row] = location.hash.slice(1).split("/").map(decodeURIComponent);
    const op = data.operations.find((item) => item.id === id);
    if (op && (op !== current || row)) open(op, row);
    return Boolean(op);
  };
  const nextOperation = (delta) => {
    const list = data.operations.filter(visible);
    const next = list[list.indexOf(current) + delta] || (list.includes(current) ? null : list[0]);
    if (next) open(next);
  };
  const nextRemark = (delta) => {
    const marked = [...$("doc").querySelectorAll("tr.row")].filter((tr) =>
      tr.nextElementSibling && tr.nextElementSibling.classList.contains("remarks") &&
      tr.nextElementSibling.querySelector(".remark:not([hidden])"));
    const here = marked.findIndex((tr) => tr.classList.contains("sel"));
    const next = marked[here < 0 ? (delta > 0 ? 0 : marked.length - 1) : here + delta];
    if (next) selectRow(next.dataset.row, true);
  };

  // ---- the page -----------------------------------------------------------------------
  const filter = (name, chip) => {
    if (on.has(name)) on.delete(name); else on.add(name);
    chip.setAttribute("aria-pressed", String(on.has(name)));
    sift($("doc"));
    drawList();
  };
  const theme = () => {
    const root = document.documentElement;
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
  };
  for (const tag of data.tags) {
    const label = tag.name === "none" ? "no findings" : tag.name;
    const chip = el("button", "chip " + css(tag.name), `${label} ${tag.count}`);
    chip.type = "button";
    chip.dataset.tag = tag.name;
    chip.setAttribute("aria-pressed", String(tag.on));
    chip.addEventListener("click", () => filter(tag.name, chip));
    $("chips").append(chip);
  }
  $("title").textContent = data.title;
  $("about").textContent = data.about;
  document.title = data.title;
  for (const item of data.general) $("general-list").append(remark(item));
  $("general-open").hidden = !data.general.length;
  $("general-open").textContent = `Whole service ${data.general.length}`;
  $("general-open").addEventListener("click", () => $("general").showModal());
  $("help-open").addEventListener("click", () => $("help").showModal());
  $("theme").addEventListener("click", theme);
  $("search").addEventListener("input", drawList);
  $("list").addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button) open(data.operations.find((op) => op.id === button.dataset.op));
  });
  $("list").addEventListener("keydown", (event) => step(event, $("list"), "button"));
  $("doc").addEventListener("click", (event) => {
    const entry = event.target.closest(".contents button");
    if (entry) { selectRow(entry.dataset.to, true); return; }
    const tr = event.target.closest("tr.row");
    if (tr && !String(getSelection())) selectRow(tr.dataset.row);
  });
  $("code").addEventListener("click", (event) => {
    const place = event.target.closest(".place");
    if (place) { goTo(place.dataset.goto); return; }
    const line = event.target.closest(".line.linked");
    if (line && !String(getSelection())) selectLine(line.dataset.line);
  });
  const pressed = (pane, selector, act) => pane.addEventListener("keydown", (event) => {
    const item = event.target.closest(selector);
    if (item && (event.key === "Enter" || event.key === " ")) { event.preventDefault(); act(item); }
    else step(event, pane, selector);
  });
  pressed($("doc"), "tr.row", (tr) => selectRow(tr.dataset.row));
  pressed($("code"), ".line.linked", (line) => selectLine(line.dataset.line));
  document.addEventListener("keydown", (event) => {
    if (event.target.closest("input, dialog") || event.ctrlKey || event.metaKey || event.altKey) {
      if (event.key === "Escape" && event.target === $("search")) event.target.blur();
      return;
    }
    const act = {
      j: () => nextOperation(1), k: () => nextOperation(-1),
      n: () => nextRemark(1), p: () => nextRemark(-1), c: nextPlace,
      "/": () => $("search").focus(), "?": () => $("help").showModal(), t: theme,
      Escape: () => { clear(); say(""); if (current) address(""); },
    }[event.key];
    if (act) { event.preventDefault(); act(); }
  });
  addEventListener("hashchange", follow);
  drawList();
  if (!follow()) {
    const first = data.operations.find(visible);
    if (first) open(first);
  }
})();
