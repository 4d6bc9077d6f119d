(function () {
  "use strict";
  var byId = function (id) { return document.getElementById(id); };
  var filters = byId("filters"), text = byId("f-text"), form = byId("f-form"), group = byId("f-group"), code = byId("f-code");
  var part = byId("f-part"), shown = byId("shown"), grid = byId("grid"), main = byId("inhoud"), textOf = {};
  var plain = function (value) { return value.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase(); };

  var fiches = Array.from(document.querySelectorAll(".fiche")).map(function (fiche) {
    return {
      node: fiche, form: fiche.dataset.form,
      groups: Array.from(fiche.querySelectorAll("[data-group]")).map(function (block) {
        return {
          node: block, group: block.dataset.group,
          rows: Array.from(block.querySelectorAll("tbody tr")).map(function (row) {
            textOf[row.id] = plain(row.textContent);
            return { node: row, code: row.dataset.code, text: textOf[row.id] };
          })
        };
      })
    };
  });
  var total = fiches.reduce(function (n, f) { return n + f.groups.reduce(function (m, g) { return m + g.rows.length; }, 0); }, 0);

  function is(choice, value) { return choice.value === "*" || choice.value === value; }

  function showFiches(wanted) {
    var number = 0;
    fiches.forEach(function (fiche) {
      var inFiche = 0;
      fiche.groups.forEach(function (block) {
        var inBlock = 0;
        block.rows.forEach(function (row) {
          var fits = is(form, fiche.form) && is(group, block.group) && is(code, row.code) && row.text.indexOf(wanted) >= 0;
          row.node.hidden = !fits;
          inBlock += fits ? 1 : 0;
        });
        block.node.hidden = !inBlock;
        inFiche += inBlock;
      });
      fiche.node.hidden = !inFiche;
      number += inFiche;
    });
    shown.textContent = shown.dataset.pattern.replace("{n}", number).replace("{total}", total);
  }

  function showGrid(wanted) {
    grid.querySelectorAll("tbody").forEach(function (body) { body.hidden = !is(group, body.dataset.group); });
    grid.querySelectorAll("[data-form]").forEach(function (cell) { cell.hidden = !is(form, cell.dataset.form); });
    grid.querySelectorAll("td[data-code]").forEach(function (cell) {
      var link = cell.querySelector("a"), found = !wanted;
      if (wanted && link) { found = (textOf[link.getAttribute("href").slice(1)] || "").indexOf(wanted) >= 0; }
      var fits = found && is(code, cell.dataset.code);
      if (link) { link.style.visibility = fits ? "" : "hidden"; }
      cell.style.opacity = fits ? "" : "0.25";
    });
    enterGrid();
  }

  function show() {
    var wanted = plain(text.value.trim());
    main.dataset.part = part.value;
    showGrid(wanted);
    showFiches(wanted);
  }

  function links() {
    return Array.from(grid.querySelectorAll("td a")).filter(function (a) {
      return a.offsetParent !== null && a.style.visibility !== "hidden";
    });
  }

  // One stop of the Tab key for the whole matrix; arrow keys move inside it.
  function enterGrid(chosen) {
    grid.querySelectorAll("td a").forEach(function (a) { a.tabIndex = -1; });
    var first = chosen || links()[0];
    if (first) { first.tabIndex = 0; }
  }

  function next(link, key) {
    var cell = link.closest("td"), row = cell.parentNode, all = links(), index = all.indexOf(link);
    if (key === "ArrowRight") { return all[index + 1]; }
    if (key === "ArrowLeft") { return all[index - 1]; }
    if (key === "Home" || key === "End") {
      var inRow = all.filter(function (a) { return a.closest("tr") === row; });
      return key === "Home" ? inRow[0] : inRow[inRow.length - 1];
    }
    var column = all.filter(function (a) { return a.closest("td").dataset.form === cell.dataset.form; });
    return column[column.indexOf(link) + (key === "ArrowDown" ? 1 : -1)];
  }

  grid.addEventListener("keydown", function (event) {
    var link = event.target.closest("td a");
    if (!link || ["ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown", "Home", "End"].indexOf(event.key) < 0) { return; }
    event.preventDefault();
    var to = next(link, event.key);
    if (to) { enterGrid(to); to.focus(); }
  });

  grid.addEventListener("click", function (event) {
    var link = event.target.closest("td a");
    if (!link) { return; }
    var row = byId(link.getAttribute("href").slice(1));
    if (row.hidden || part.value === "matrix") { filters.reset(); show(); }
    setTimeout(function () { row.focus({ preventScroll: true }); }, 0);
  });

  filters.addEventListener("input", show);
  filters.addEventListener("change", show);
  filters.addEventListener("submit", function (event) { event.preventDefault(); });
  filters.addEventListener("reset", function () { setTimeout(show, 0); });
  // The bar of filters stays on top; what a link leads to has to come out below it.
  function makeRoom() { document.documentElement.style.scrollPaddingTop = filters.offsetHeight + 12 + "px"; }
  window.addEventListener("resize", makeRoom);
  filters.hidden = false;
  show();
  makeRoom();
})();
