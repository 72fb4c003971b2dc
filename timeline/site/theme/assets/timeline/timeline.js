// What the chronology gains from a script: filters, keyboard, a zoom, copying links. All else works without it.
(() => {
  "use strict";

  const SHOWN = 100; // results drawn at a time
  const FIELDS = ["testo", "persona", "luogo", "tema", "fonte", "certezza", "dal", "al"];
  const CERTAINTY = ["data certa", "data approssimata o dedotta", "senza data"];
  const indexes = new Map(); // address of an index of events -> promise of it

  // The letters alone: «Perché» is found by "perche".
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[’']/g, " ").toLowerCase();

  function make(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [key, value] of Object.entries(attributes)) {
      if (value === true) element.setAttribute(key, "");
      else if (value !== false && value != null) element.setAttribute(key, value);
    }
    element.append(...children);
    return element;
  }

  // ---- the index -----------------------------------------------------------------------------------------------

  function loadIndex(root) {
    const address = new URL(`${root}assets/timeline/events.json`, location.href).href;
    if (!indexes.has(address)) {
      indexes.set(address, fetch(address).then((answer) => {
        if (!answer.ok) throw new Error(`${answer.status} ${address}`);
        return answer.json();
      }).then(prepare));
    }
    return indexes.get(address);
  }

  function prepare(index) {
    const names = (list, numbers) => numbers.map((n) => list[n]).join(" ");
    index.events = index.events.map(([id, date, title, first, last, people, places, tags, sources, certainty, notices]) => ({
      id, date, title, first, last, people, places, tags, sources, certainty, notices,
      words: fold([date, title, names(index.people, people), names(index.places, places), names(index.tags, tags)].join(" ")),
    }));
    return index;
  }

  function matches(event, wanted) {
    return wanted.words.every((word) => event.words.includes(word))
      && (wanted.person < 0 || event.people.includes(wanted.person))
      && (wanted.place < 0 || event.places.includes(wanted.place))
      && (wanted.tag < 0 || event.tags.includes(wanted.tag))
      && (wanted.source < 0 || event.sources.includes(wanted.source))
      && (wanted.certainty < 0 || event.certainty === wanted.certainty)
      && (!wanted.from || (event.certainty < 2 && (!event.last || event.last >= wanted.from)))
      && (!wanted.to || (event.certainty < 2 && (!event.first || event.first <= wanted.to)));
  }

  // ---- the filters ---------------------------------------------------------------------------------------------

  function choice(name, label, values) {
    const select = make("select", { name, id: `tl-${name}` }, make("option", { value: "" }, "tutto"));
    values.forEach((value) => select.append(make("option", { value }, value)));
    return make("label", { class: "tl-field", for: `tl-${name}` }, make("span", {}, label), select);
  }

  function field(name, label, type, more = {}) {
    const input = make("input", { name, id: `tl-${name}`, type, autocomplete: "off", ...more });
    return make("label", { class: `tl-field tl-field--${name}`, for: `tl-${name}` }, make("span", {}, label), input);
  }

  function buildForm(index) {
    const sorted = (list) => [...list].sort((a, b) => a.localeCompare(b, "it"));
    const choices = [["persona", "Persona", index.people], ["luogo", "Luogo", index.places], ["tema", "Tema", index.tags],
      ["fonte", "Fonte", index.sources]].filter(([, , values]) => values.length > 0);
    const count = make("p", { class: "tl-filters__count", "aria-live": "polite" });
    const clear = make("button", { type: "button", class: "tl-filters__clear", hidden: true }, "Azzera i filtri");
    const form = make("form", { class: "tl-filters__form", role: "search", "aria-label": "Filtra la cronologia" },
      field("testo", "Filtra la cronologia", "search", { placeholder: "titolo, nomi, luoghi, date" }),
      make("details", { class: "tl-filters__more" }, make("summary", {}, make("span", { class: "tl-why__label" }, "Altri filtri")),
        make("div", { class: "tl-filters__fields" },
          ...choices.map(([name, label, values]) => choice(name, label, sorted(new Set(values)))),
          choice("certezza", "Certezza", CERTAINTY), field("dal", "Dal", "date"), field("al", "Al", "date"))),
      make("div", { class: "tl-filters__state" }, count, clear));
    return { form, count, clear };
  }

  function wantedOf(form, index) {
    const value = (name) => (form.elements[name] ? form.elements[name].value.trim() : "");
    const place = (list, name) => (value(name) ? list.indexOf(value(name)) : -1);
    const wanted = {
      words: fold(value("testo")).split(/\s+/).filter(Boolean),
      person: place(index.people, "persona"), place: place(index.places, "luogo"), tag: place(index.tags, "tema"),
      source: place(index.sources, "fonte"), certainty: place(CERTAINTY, "certezza"), from: value("dal"), to: value("al"),
    };
    wanted.isAll = FIELDS.every((name) => !value(name));
    return wanted;
  }

  function readAddress(form) {
    const query = new URLSearchParams(location.search);
    FIELDS.forEach((name) => { if (form.elements[name]) form.elements[name].value = query.get(name) || ""; });
    if (FIELDS.slice(1).some((name) => query.get(name))) form.querySelector("details").open = true;
  }

  function writeAddress(form) {
    const address = new URL(location.href);
    FIELDS.forEach((name) => {
      const value = form.elements[name] ? form.elements[name].value.trim() : "";
      if (value) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    });
    if (address.href !== location.href) history.replaceState(history.state, "", address);
  }

  function row(event, root) {
    const what = make("span", { class: "tl-row__what" }, make("a", { href: `${root}e/${event.id}/` }, event.title));
    event.notices.forEach((notice) => what.append(" ", make("span", { class: "tl-row__notice" }, notice)));
    return make("li", { class: "tl-row" }, make("span", { class: "tl-row__date" }, event.date), " ", what);
  }

  function drawResults(place, found, root) {
    const list = make("ol", { class: "tl-rows" });
    const more = make("button", { type: "button", class: "tl-filters__clear" }, "Mostra altri fatti");
    const draw = () => {
      const drawn = list.children.length;
      list.append(...found.slice(drawn, drawn + SHOWN).map((event) => row(event, root)));
      more.hidden = list.children.length >= found.length;
    };
    more.addEventListener("click", draw);
    draw();
    place.replaceChildren(list, more);
  }

  // On a page that holds every card the cards themselves are filtered, and headings left with none.
  function hideCards(chronology, found) {
    const ids = new Set(found.map((event) => event.id));
    chronology.querySelectorAll(".tl-event").forEach((card) => { card.hidden = !ids.has(card.dataset.event); });
    chronology.querySelectorAll(".tl-events, .tl-year").forEach((group) => {
      const isEmpty = !group.querySelector(".tl-event:not([hidden])");
      group.hidden = isEmpty;
      const name = group.previousElementSibling;
      if (group.matches(".tl-events") && name && name.matches(".tl-month__name")) name.hidden = isEmpty;
    });
  }

  async function startFilters() {
    const home = document.querySelector("[data-timeline]");
    const place = home && home.querySelector("[data-filters]");
    if (!place || place.childElementCount) return;
    const root = home.dataset.root;
    const chronology = home.querySelector("[data-chronology]");
    const results = make("div", { class: "tl-results" });
    const index = await loadIndex(root).catch(() => null); // opened from a disk, say: then there are no filters
    if (place.childElementCount) return;
    if (!index || index.events.length < 2) {
      place.classList.add("tl-filters--none");
      return;
    }
    const { form, count, clear } = buildForm(index);
    place.replaceChildren(form, results);

    const apply = () => {
      const wanted = wantedOf(form, index);
      const found = wanted.isAll ? index.events : index.events.filter((event) => matches(event, wanted));
      const all = index.events.length;
      count.textContent = wanted.isAll ? "" : `${found.length} ${found.length === 1 ? "fatto" : "fatti"} su ${all}`;
      clear.hidden = wanted.isAll;
      const agenda = chronology.querySelector(".tl-agenda");
      if (agenda) agenda.hidden = !wanted.isAll;
      if ("whole" in home.dataset) hideCards(chronology, found);
      else {
        chronology.hidden = !wanted.isAll;
        if (wanted.isAll) results.replaceChildren();
        else drawResults(results, found, root);
      }
    };
    form.addEventListener("input", () => { apply(); writeAddress(form); });
    form.addEventListener("submit", (submit) => submit.preventDefault());
    clear.addEventListener("click", () => {
      form.reset();
      apply();
      writeAddress(form);
      form.elements.testo.focus();
    });
    addEventListener("popstate", () => { if (form.isConnected) { readAddress(form); apply(); } });
    readAddress(form);
    apply();
  }

  // ---- keyboard ------------------------------------------------------------------------------------------------

  const titles = () => [...document.querySelectorAll(".tl-event__title a, .tl-row__what > a")]
    .filter((link) => link.offsetParent !== null);

  function step(by) {
    const all = titles();
    const here = document.activeElement && document.activeElement.closest(".tl-event, .tl-row");
    const at = all.findIndex((link) => here && here.contains(link));
    const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by];
    if (next) next.focus();
  }

  addEventListener("keydown", (key) => {
    const target = key.target instanceof Element ? key.target : document.body;
    const filter = document.getElementById("tl-testo");
    if (key.key === "Escape" && filter && target.closest(".tl-filters__form")) {
      if (filter.value || target !== filter) clearText(filter);
      else filter.blur();
      return;
    }
    if (key.ctrlKey || key.metaKey || key.altKey || target.closest("input, select, textarea, [contenteditable]")) return;
    if (key.key === "j" || key.key === "k") step(key.key === "j" ? 1 : -1);
    else if (key.key === "/" && filter) {
      key.preventDefault();
      key.stopPropagation(); // Material would open its search
      filter.focus();
    }
  }, true);

  function clearText(filter) {
    filter.value = "";
    filter.dispatchEvent(new Event("input", { bubbles: true }));
    filter.focus();
  }

  // ---- the overview --------------------------------------------------------------------------------------------

  function startZoom() {
    document.querySelectorAll("[data-axis]").forEach((axis) => {
      if (axis.querySelector(".tl-zoom")) return;
      const drawing = axis.querySelector("svg");
      const window_ = axis.querySelector(".tl-axis__scroll");
      let zoom = 1;
      const set = (value) => {
        const middle = (window_.scrollLeft + window_.clientWidth / 2) / window_.scrollWidth;
        zoom = Math.min(16, Math.max(1, value));
        drawing.style.width = `${zoom * 100}%`;
        window_.scrollLeft = middle * window_.scrollWidth - window_.clientWidth / 2;
        wider.disabled = zoom >= 16;
        narrower.disabled = zoom <= 1;
      };
      const wider = make("button", { type: "button", "aria-label": "Ingrandisci la panoramica" }, "+");
      const narrower = make("button", { type: "button", "aria-label": "Rimpicciolisci la panoramica", disabled: true }, "−");
      wider.addEventListener("click", () => set(zoom * 2));
      narrower.addEventListener("click", () => set(zoom / 2));
      axis.querySelector("figcaption").append(make("span", { class: "tl-zoom" }, narrower, wider));
    });
  }

  // ---- links ---------------------------------------------------------------------------------------------------

  function showTarget() {
    const title = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const link = title && title.closest(".tl-event") && title.querySelector("a");
    if (!link) return;
    link.focus({ preventScroll: true });
    // Material's instant navigation may set the scroll position of the page before last, after the new page is there.
    setTimeout(() => {
      const { top } = title.getBoundingClientRect();
      if (document.activeElement === link && (top < 0 || top > innerHeight)) title.scrollIntoView();
    }, 200);
  }

  addEventListener("click", async (click) => {
    const link = click.target instanceof Element && click.target.closest("a[href]");
    if (!link || typeof link.href !== "string") return;
    if ("copy" in link.dataset && navigator.clipboard && !click.ctrlKey && !click.metaKey) {
      click.preventDefault();
      click.stopPropagation();
      const words = link.firstChild;
      const before = words.textContent;
      await navigator.clipboard.writeText(link.href);
      words.textContent = "Link copiato";
      setTimeout(() => { words.textContent = before; }, 2000);
    } else if (/\/e\/[^/]+\/$/.test(link.pathname)) {
      link.target = "_self"; // a page of its own: not for Material's instant navigation
    }
  }, true);

  function start() {
    showTarget();
    startZoom();
    startFilters();
  }

  addEventListener("hashchange", showTarget);
  // The browser itself goes to the target when all is loaded, and takes the focus away.
  addEventListener("load", () => setTimeout(() => { if (document.activeElement === document.body) showTarget(); }));
  if (window.document$) window.document$.subscribe(start);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
