// "/" goes to the search box, "l" to the line that decided, "c" opens the correction. Pages work without this file.
// Single keys can be in the way of assistive technology, so they can be turned off at the foot of the page.
(() => {
  const stored = "whybroke.keys";
  const on = () => localStorage.getItem(stored) !== "off";
  const acts = {
    "/": () => document.getElementById("find")?.focus(),
    l: () => document.querySelector(".lines .hit a.n")?.focus(),
    c: () => {
      const menu = document.getElementById("correct");
      if (menu) {
        menu.open = true;
        menu.querySelector("summary").focus();
      }
    },
  };
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    const act = acts[event.key];
    if (act && on() && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      act();
    }
  });
  const toggle = document.getElementById("keys");
  const show = () => {
    toggle.textContent = on() ? "Turn single keys off" : "Turn single keys on";
    document.documentElement.toggleAttribute("data-keys", on());
  };
  if (toggle) {
    toggle.hidden = false;
    toggle.addEventListener("click", () => {
      localStorage.setItem(stored, on() ? "off" : "on");
      show();
    });
    show();
  }
})();
