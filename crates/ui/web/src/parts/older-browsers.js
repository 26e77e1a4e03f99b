// Buttons that open things (`commandfor`, since late 2025) and popovers (since 2024) for older phones.
const commands = {
  'show-modal': (target) => target.showModal(),
  close: (target) => target.close(),
  'toggle-popover': (target) => toggle(target),
};

const popovers = 'popover' in HTMLElement.prototype;
const toggle = (target) => (popovers ? target.togglePopover() : target.classList.toggle('is-open'));

if (!('commandForElement' in HTMLButtonElement.prototype)) {
  addEventListener('click', (event) => {
    const button = event.target.closest('[commandfor]');
    const target = button && document.getElementById(button.getAttribute('commandfor'));
    if (target) commands[button.getAttribute('command')]?.(target);
  });
}

if (!popovers) {
  addEventListener('click', (event) => {
    const button = event.target.closest('[popovertarget]');
    const target = button && document.getElementById(button.getAttribute('popovertarget'));
    document.querySelectorAll('[popover].is-open').forEach((open) => {
      if (open !== target && !open.contains(event.target)) open.classList.remove('is-open');
    });
    if (target) toggle(target);
  });
}
