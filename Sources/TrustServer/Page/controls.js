// Tabs and a menu that work as the ARIA practices say.

/** Makes tabs of a list; `select(id)` is told which panel is in front. */
export function prepareTabs(list, select) {
  const tabs = [...list.querySelectorAll("[role=tab]")];
  const choose = (tab) => {
    for (const other of tabs) {
      other.setAttribute("aria-selected", String(other === tab));
      other.tabIndex = other === tab ? 0 : -1;
      document.getElementById(other.getAttribute("aria-controls")).hidden = other !== tab;
    }
    select(tab.getAttribute("aria-controls"));
  };
  for (const [index, tab] of tabs.entries()) {
    tab.addEventListener("click", () => choose(tab));
    tab.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      const next = tabs[(index + step + tabs.length) % tabs.length];
      next.focus();
      choose(next);
    });
  }
}

/** Makes a button open a menu; `act(item)` is told what was chosen. */
export function prepareMenu(button, menu, act) {
  const items = [...menu.querySelectorAll("[role=menuitem]")];
  for (const item of items) item.tabIndex = -1;
  const open = (isOpen) => {
    menu.hidden = !isOpen;
    button.setAttribute("aria-expanded", String(isOpen));
    if (isOpen) items[0].focus();
  };
  const close = () => {
    open(false);
    button.focus();
  };
  button.addEventListener("click", () => open(menu.hidden));
  menu.addEventListener("click", (event) => {
    const item = event.target.closest("[role=menuitem]");
    if (!item) return;
    close();
    act(item);
  });
  menu.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape") close();
    if (!step) return;
    event.preventDefault();
    items[(items.indexOf(document.activeElement) + step + items.length) % items.length].focus();
  });
  const leave = (target) => {
    if (!menu.hidden && target && !menu.parentElement.contains(target)) open(false);
  };
  menu.parentElement.addEventListener("focusout", (event) => leave(event.relatedTarget));
  // Not every browser gives the focus to what is clicked.
  document.addEventListener("pointerdown", (event) => leave(event.target));
}
