"use strict";
// Reading needs none of this: links between words and record are plain anchors. The script adds hovering, filters, zoom and the other language.
(() => {
  const $$ = (query, root = document) => [...root.querySelectorAll(query)];
  $$(".js").forEach((part) => { part.hidden = false; });

  // Language: every label is marked with its key.
  const words = JSON.parse(document.getElementById("words").textContent);
  const attributes = ["aria-label", "title"];
  const speak = (language) => {
    const at = language === "es" ? 1 : 0;
    document.documentElement.lang = language;
    for (const part of $$("[data-t]")) {
      const both = words[part.dataset.t];
      if (both) part.textContent = both[at] + (part.dataset.n ? ` (${part.dataset.n})` : "");
    }
    for (const name of attributes) {
      for (const part of $$(`[data-t-${name}]`)) part.setAttribute(name, words[part.getAttribute(`data-t-${name}`)][at]);
    }
  };
  const toggle = document.getElementById("switch");
  toggle.addEventListener("click", () => {
    const next = document.documentElement.lang === "es" ? "en" : "es";
    speak(next);
    toggle.lang = next === "es" ? "en" : "es";
  });

  // Words and values that belong together light up together.
  let lit = [];
  const light = (source) => {
    lit.forEach((part) => part.classList.remove("lit"));
    lit = [];
    const home = source && source.closest(".document");
    if (!home) return;
    const numbers = new Set(source.dataset.m.split(" "));
    lit = $$("[data-m]", home).filter((part) => part.dataset.m.split(" ").some((one) => numbers.has(one)));
    lit.forEach((part) => part.classList.add("lit"));
  };
  let pinned = null;
  const marked = (event) => event.target instanceof Element && event.target.closest("[data-m]");
  document.addEventListener("pointerover", (event) => light(marked(event) || pinned));
  document.addEventListener("focusin", (event) => light(marked(event) || pinned));
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") { pinned = null; light(null); } });

  // A click keeps the light on; where the text has a pane of its own, only that pane moves to the words.
  document.addEventListener("click", (event) => {
    pinned = marked(event) || null;
    light(pinned);
    const value = event.target instanceof Element && event.target.closest(".value");
    const pane = value && value.closest(".document").querySelector(".text");
    const words = value && document.getElementById(value.hash.slice(1));
    if (!words || pane.scrollHeight <= pane.clientHeight) return;
    event.preventDefault();
    const offset = words.getBoundingClientRect().top - pane.getBoundingClientRect().top;
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    pane.scrollTo({ top: pane.scrollTop + offset - pane.clientHeight / 3, behavior: still ? "auto" : "smooth" });
  });

  // A link into a closed document or table opens it.
  const reveal = () => {
    let target = null;
    try { target = document.getElementById(decodeURIComponent(location.hash.slice(1))); } catch { return; }
    for (let part = target; part; part = part.parentElement) if (part.tagName === "DETAILS") part.open = true;
    if (target) target.scrollIntoView({ block: target.tagName === "I" ? "center" : "start" });
  };
  addEventListener("hashchange", reveal);
  if (location.hash) reveal();
  for (const button of $$("[data-open]")) {
    button.addEventListener("click", () => $$(".document").forEach((part) => { part.open = Boolean(button.dataset.open); }));
  }
  addEventListener("beforeprint", () => $$("details").forEach((part) => { part.open = true; }));

  // Filters: an element with data-e names the events it stands for, and goes when none of them is left.
  const form = document.querySelector(".filters");
  if (form) {
    const events = $$(".card.event");
    const facets = $$("[data-facet]", form);
    const clear = form.querySelector("[type=reset]");
    const apply = () => {
      const wanted = facets.filter((one) => one.value);
      const kept = new Set(events.filter((card) => wanted.every((one) =>
        card.dataset[one.dataset.facet].split(" ").includes(one.value))).map((card) => card.dataset.e));
      for (const part of $$("[data-e]")) {
        part.toggleAttribute("data-out", wanted.length > 0 && !part.dataset.e.split(" ").some((key) => kept.has(key)));
      }
      form.querySelector("output b").textContent = kept.size;
      clear.hidden = !wanted.length;
    };
    form.addEventListener("change", apply);
    form.addEventListener("reset", () => setTimeout(apply));
    form.addEventListener("submit", (event) => event.preventDefault());
  }

  // The map: buttons and dragging move its view box; words and dots keep their size.
  const world = document.querySelector(".world");
  if (world) {
    const { width, height } = world.viewBox.baseVal;
    const scale = world.querySelector(".scale");
    const km = scale.querySelector("text");
    const bar = scale.querySelector("path");
    const natural = { km: parseInt(km.textContent, 10), px: parseFloat(km.getAttribute("x")) * 2 };
    let view = { x: 0, y: 0, zoom: 1 };
    const frame = () => {
      const w = width / view.zoom, h = height / view.zoom;
      world.setAttribute("viewBox", `${view.x} ${view.y} ${w} ${h}`);
      world.style.setProperty("--z", 1 / view.zoom);
      const target = natural.km / view.zoom;
      const step = 10 ** Math.floor(Math.log10(target));
      const round = [5, 2, 1].map((one) => one * step).find((one) => one <= target) || target;
      const long = natural.px * view.zoom * round / natural.km;
      bar.setAttribute("d", `M0-5V0H${long}V-5`);
      km.setAttribute("x", long / 2);
      km.textContent = `${round >= 1 ? Math.round(round) : round} km`;
      scale.setAttribute("transform", `translate(${view.x + 14 / view.zoom} ${view.y + h - 14 / view.zoom}) scale(${1 / view.zoom})`);
    };
    const zoom = (factor) => {
      const next = Math.min(32, Math.max(0.25, view.zoom * factor));
      const cx = view.x + width / view.zoom / 2, cy = view.y + height / view.zoom / 2;
      view = { x: cx - width / next / 2, y: cy - height / next / 2, zoom: next };
      frame();
    };
    const doings = { in: () => zoom(1.6), out: () => zoom(1 / 1.6), reset: () => { view = { x: 0, y: 0, zoom: 1 }; frame(); } };
    for (const button of $$("[data-zoom]")) button.addEventListener("click", () => doings[button.dataset.zoom]());
    let from = null;
    world.addEventListener("pointerdown", (event) => {
      if (event.target.closest("a")) return;
      from = { x: event.clientX, y: event.clientY, view };
      world.setPointerCapture(event.pointerId);
    });
    world.addEventListener("pointermove", (event) => {
      if (!from) return;
      const unit = width / view.zoom / world.clientWidth;
      view = { ...view, x: from.view.x - (event.clientX - from.x) * unit, y: from.view.y - (event.clientY - from.y) * unit };
      frame();
    });
    for (const name of ["pointerup", "pointercancel"]) world.addEventListener(name, () => { from = null; });
  }
})();
