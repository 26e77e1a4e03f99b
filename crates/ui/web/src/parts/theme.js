// Changes the colours at once and tells the server in passing.
addEventListener('submit', (event) => {
  const form = event.target;
  const theme = event.submitter?.value;
  if (!form.matches('[data-theme-form]') || !theme) return;
  event.preventDefault();
  document.documentElement.dataset.theme = theme;
  form.querySelectorAll('button').forEach((it) => it.setAttribute('aria-pressed', String(it === event.submitter)));
  const body = new URLSearchParams(new FormData(form, event.submitter));
  fetch(form.action, { method: 'POST', body, keepalive: true }).catch(() => {});
});
