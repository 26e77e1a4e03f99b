// A second press of the same button, while the first is still on its way, does nothing.
addEventListener('submit', (event) => {
  const form = event.target;
  if (form.method !== 'post' || form.matches('[data-swap]') || event.defaultPrevented) return;
  if (form.getAttribute('aria-busy') === 'true') return event.preventDefault();
  form.setAttribute('aria-busy', 'true');
  event.submitter?.setAttribute('aria-busy', 'true');
});

// A page that comes back from the browser's memory is ready again.
addEventListener('pageshow', (event) => {
  if (!event.persisted) return;
  document.querySelectorAll('form[aria-busy], button[aria-busy]').forEach((it) => it.removeAttribute('aria-busy'));
});
