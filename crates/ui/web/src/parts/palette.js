// Search from anywhere: Ctrl K, type, arrows, Enter. The results are a part of the page /search?q=.
const dialog = document.getElementById('palette');
const field = dialog?.querySelector('input[type=search]');
const policy = window.trustedTypes?.createPolicy('palette', { createHTML: (text) => text });
const TYPING = 150; // ms

let running;
let waiting;

const results = () => dialog.querySelector('#results');
const options = () => [...results().querySelectorAll('a[href]')];
const chosen = () => results().querySelector('[aria-selected=true]');

function open() {
  dialog.showModal();
  field.select();
}

function choose(option) {
  chosen()?.removeAttribute('aria-selected');
  option?.setAttribute('aria-selected', 'true');
  option?.scrollIntoView({ block: 'nearest' });
}

async function look() {
  running?.abort();
  const request = (running = new AbortController());
  const url = new URL(field.form.action);
  url.searchParams.set('q', field.value);
  try {
    const answer = await fetch(url, { signal: request.signal, headers: { Accept: 'text/html', 'X-Swap': '#results' } });
    const text = await answer.text();
    const page = new DOMParser().parseFromString(policy ? policy.createHTML(text) : text, 'text/html');
    const fresh = page.querySelector('#results');
    if (!answer.ok || !fresh || request.signal.aborted) return;
    results().replaceWith(document.adoptNode(fresh));
    choose(options()[0]);
  } catch {
    // Enter still opens the search page itself.
  }
}

function keys(event) {
  const all = options();
  const at = all.indexOf(chosen());
  if (event.key === 'ArrowDown') choose(all[Math.min(at + 1, all.length - 1)]);
  else if (event.key === 'ArrowUp') choose(all[Math.max(at - 1, 0)]);
  else if (event.key === 'Enter' && chosen()) location.assign(chosen().href);
  else return;
  event.preventDefault();
}

if (dialog) {
  addEventListener('keydown', (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      open();
    }
  });
  addEventListener('click', (event) => {
    if (event.target.closest('[data-palette]') && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      open();
    } else if (event.target === dialog) dialog.close();
  });
  dialog.addEventListener('keydown', keys);
  field.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(look, TYPING);
  });
}
