// What the chronology gains from a script. Everything on the pages works without it.
(() => {
  "use strict";

  function openTarget() {
    const title = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const event = title && title.closest(".tl-event");
    if (!event) return;
    const link = title.querySelector("a");
    if (link) link.focus({ preventScroll: true });
  }

  document.addEventListener("click", async (click) => {
    const link = click.target.closest("a[data-copy]");
    if (!link || !navigator.clipboard) return;
    click.preventDefault();
    click.stopPropagation();
    const words = link.firstChild;
    const before = words.textContent;
    try {
      await navigator.clipboard.writeText(link.href);
      words.textContent = "Link copiato";
    } catch {
      location.href = link.href;
      return;
    }
    setTimeout(() => (words.textContent = before), 2000);
  }, true);

  function start() {
    openTarget();
  }

  addEventListener("hashchange", openTarget);
  if (window.document$) window.document$.subscribe(start);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
