// A page that waits for an answer looks again by itself and loads anew only when there is something new, so that nobody
// is torn away from where they read. Without script the page does so by its <noscript> part.
(() => {
  const waiting = document.querySelector("main[data-again]");
  if (!waiting) {
    return;
  }
  const later = (seconds) => setTimeout(look, Number(seconds) * 1000);
  const look = async () => {
    try {
      const answer = await fetch(location.pathname, { headers: { Accept: "text/html" } });
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("main");
      if (answer.ok && fresh && fresh.dataset.state !== waiting.dataset.state) {
        location.reload();
      } else {
        later(fresh?.dataset.again ?? waiting.dataset.again);
      }
    } catch {
      later(60);
    }
  };
  later(waiting.dataset.again);
})();
