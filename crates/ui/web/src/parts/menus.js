// Puts an opened menu under the button that opened it, where the browser cannot do so by itself.
const GAP = 6;
const anchored = CSS.supports('position-area', 'block-end');

if (!anchored) {
  document.addEventListener(
    'toggle',
    (event) => {
      const menu = event.target;
      if (event.newState !== 'open' || !menu.matches('.menu[popover]')) return;
      const button = document.querySelector(`[popovertarget="${menu.id}"], [commandfor="${menu.id}"]`);
      if (!button) return;
      const at = button.getBoundingClientRect();
      const left = Math.max(GAP, Math.min(at.left, innerWidth - menu.offsetWidth - GAP));
      const below = at.bottom + GAP;
      const above = at.top - GAP - menu.offsetHeight;
      const top = below + menu.offsetHeight > innerHeight && above > 0 ? above : below;
      Object.assign(menu.style, { inset: 'auto', margin: '0', left: `${left}px`, top: `${top}px` });
    },
    true,
  );
}
