(function () {
  "use strict";
  const byId = id => document.getElementById(id);
  const { draft: key, asks, ...told } = JSON.parse(byId("ronde").textContent);
  const form = byId("formulier"), memory = byId("geheugen"), said = byId("gezegd");
  const fields = Array.from(form.querySelectorAll("input, select, textarea"));
  const printed = new Map(fields.map(field => [field.id, initial(field)]));
  let saved = filled();   // what the last file of answers holds; at first what the page came with
  let remembers = true;

  function initial(field) {
    return field.tagName === "SELECT" ? field.options[0].value : field.defaultValue;
  }

  /** What somebody filled in, and nothing of what the page came with, as text that can be compared. */
  function filled() {
    const changed = fields.filter(field => field.value !== printed.get(field.id));
    return JSON.stringify(Object.fromEntries(changed.map(field => [field.id, field.value])));
  }

  // A browser may refuse storage to a file on disk, or have no room: every use of it can fail.
  function stored() {
    try { return localStorage.getItem(key); } catch (refused) { return cannotRemember(); }
  }

  function remember(values) {
    try {
      if (values === "{}") localStorage.removeItem(key);
      else localStorage.setItem(key, values);
      if (!remembers) { remembers = true; memory.textContent = ""; }
    } catch (refused) { cannotRemember(); }
  }

  function cannotRemember() {
    remembers = false;
    const note = "Deze browser kan niet onthouden wat je typt. Bewaar je antwoorden voor je deze pagina sluit of opnieuw laadt.";
    if (memory.textContent !== note) memory.textContent = note;   // said once, not at each key
    return null;
  }

  function restore() {
    let values = null;
    try { values = JSON.parse(stored()); } catch (damaged) { return; }
    if (!values || typeof values !== "object") return;
    fields.filter(field => typeof values[field.id] === "string").forEach(field => {
      const known = field.tagName !== "SELECT" || Array.from(field.options).some(option => option.value === values[field.id]);
      if (known) field.value = values[field.id];
    });
    memory.textContent = "Wat je hier eerder invulde, staat er weer. Het is nog niet bewaard in een bestand om terug te sturen.";
  }

  // Paper shows a field no further than its box, so each has its text beside it for the printer.
  const papers = fields.filter(field => field.tagName === "TEXTAREA").map(field => {
    const paper = document.createElement("div");
    paper.className = "on-paper";
    paper.setAttribute("aria-hidden", "true");
    field.classList.add("has-paper");
    field.after(paper);
    return () => { paper.textContent = field.value; };
  });

  function changed() {
    const values = filled();
    remember(values === saved ? "{}" : values);
    if (values !== saved && said.dataset.saved) {
      delete said.dataset.saved;
      said.textContent = "Je wijzigde daarna nog iets: bewaar opnieuw.";
    }
  }

  function save() {
    const value = id => byId(id).value.trim();
    const answers = asks.map(ask => ({ ...ask, kind: value("soort-" + ask.id), text: value("antwoord-" + ask.id) }))
      .filter(answer => answer.text);
    if (!answers.length) {
      said.textContent = "Er is nog niets te bewaren: je vulde nog geen antwoord in.";
      return;
    }
    const recipient = value("naam"), when = new Date().toISOString();
    const data = { ...told, recipient, organisation: value("organisatie"), when, answers };
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([JSON.stringify(data, null, 1)], { type: "application/json" }));
    link.download = "antwoorden " + (recipient || "zonder naam").replace(/[\\/:*?"<>|]/g, " ") + ".json";
    saved = filled();
    link.click();
    remember("{}");
    if (remembers) memory.textContent = "";
    said.dataset.saved = "yes";
    const count = answers.length === 1 ? "1 antwoord" : answers.length + " antwoorden";
    said.textContent = count + " bewaard in ‘" + link.download + "’, bij je downloads. Stuur dat bestand terug. " +
      "Vind je het niet, klik dan opnieuw voor je deze pagina sluit.";
  }

  form.addEventListener("input", changed);
  form.addEventListener("change", changed);
  form.addEventListener("submit", event => { event.preventDefault(); save(); });
  // A browser itself puts back what was typed when one goes back to a page: that is remembered too.
  window.addEventListener("pageshow", () => { if (filled() !== saved) changed(); });
  window.addEventListener("beforeprint", () => papers.forEach(write => write()));
  window.addEventListener("storage", event => {
    if (event.key === key && event.newValue) {
      memory.textContent = "Deze pagina staat nog eens open, en daar wordt getypt. Vul ze op één plaats in: de browser onthoudt wat het laatst getypt werd.";
    }
  });
  window.addEventListener("beforeunload", event => {
    if (filled() === saved) return;
    event.preventDefault();
    event.returnValue = "";   // older browsers ask only then
  });
  restore();
}());
