// Partial page update. The server always answers with a whole page; this takes the named parts out of it.
//   <a href="?status=bad" data-swap="#res #views">       a link
//   <form method="get" data-swap="#res" data-live>       a form; data-live sends while typing
//   <form method="post" data-swap="#res #toasts">        an action, after POST, redirect, GET
// No script, an old browser, an error, a part missing on one side, no signal: the browser goes there plainly.

const policy = window.trustedTypes?.createPolicy('swap', { createHTML: (text) => text });
const parse = (text) => new DOMParser().parseFromString(policy ? policy.createHTML(text) : text, 'text/html');
const TYPING = 200; // ms of rest before a live form is sent
const PATIENCE = 15000; // ms until an answer counts as lost

let inflight;

async function load(url, targets, { method = 'GET', body, push = true, source, by } = {}) {
  inflight?.abort();
  const request = (inflight = new AbortController());
  const lost = setTimeout(() => request.abort('late'), PATIENCE);
  const live = source?.matches('[data-live]');
  const parts = targets.split(' ');
  const busy = parts.map((part) => document.querySelector(part)).filter(Boolean);
  busy.forEach((part) => part.setAttribute('aria-busy', 'true'));
  let answer;
  try {
    answer = await fetch(url, { method, body, signal: request.signal, headers: { Accept: 'text/html', 'X-Swap': targets } });
    if (!answer.headers.get('content-type')?.startsWith('text/html')) throw new Error('not a page');
    const next = parse(await answer.text());
    if (inflight !== request) return;
    const apply = () => replace(parts, next, { push, live, url: answer.url });
    if (document.startViewTransition && !live) await document.startViewTransition(apply).updateCallbackDone;
    else apply();
  } catch {
    if (inflight !== request) return; // a newer request took over
    // After an action was answered, asking for its page again is safe; the action itself carries a key.
    if (method === 'GET') location.assign(url);
    else if (answer?.redirected) location.assign(answer.url);
    else plainly(source, by);
  } finally {
    clearTimeout(lost);
    if (inflight === request) inflight = undefined;
    busy.forEach((part) => part.removeAttribute('aria-busy'));
  }
}

function replace(parts, next, { push, live, url }) {
  const pairs = parts.map((part) => [document.querySelector(part), next.querySelector(part)]);
  if (pairs.every(([, fresh]) => !fresh)) throw new Error('another page');
  if (pairs.some(([old, fresh]) => !old !== !fresh)) throw new Error('a part is missing');
  const focused = document.activeElement?.id;
  const beside = [document, next].map((page) => [...page.querySelectorAll('[data-along]')].filter((it) => !it.closest(parts)));
  if (beside[0].length === beside[1].length) beside[0].forEach((old, at) => follow(old, beside[1][at]));
  for (const [old, fresh] of pairs) if (old) old.replaceWith(document.adoptNode(fresh));
  // Each page brings a new key for its actions, also for the forms that were not replaced.
  const key = next.querySelector('input[name=_key]')?.value;
  if (key) document.querySelectorAll('input[name=_key]').forEach((it) => (it.value = key));
  document.title = next.title || document.title;
  if (push && url !== location.href) {
    history[live ? 'replaceState' : 'pushState']({ swap: union(entry, parts.join(' ')) }, '', url);
  }
  if (focused && document.activeElement?.id !== focused) {
    document.getElementById(focused)?.focus({ preventScroll: true });
  }
  document.dispatchEvent(new CustomEvent('swap', { detail: { parts, url } }));
}

// What carries the question beside the parts: filters that are on, links that take it along. A field somebody is
// in is left alone.
function follow(old, fresh) {
  const [box, other] = [old, fresh].map((it) => it.querySelector(':scope > [data-stays]'));
  const field = document.activeElement;
  if (old.contains(field) && !box?.contains(field) && field.matches('input, select, textarea')) return;
  const nodes = [...fresh.childNodes];
  if (!box || !other) return old.replaceChildren(...nodes);
  for (const node of [...old.childNodes]) if (node !== box) node.remove();
  const at = nodes.indexOf(other);
  box.before(...nodes.slice(0, at));
  box.after(...nodes.slice(at + 1));
  if (!box.contains(field)) box.querySelector('input').value = other.querySelector('input').value;
}

// Sends the form as if there were no script, with the button that was pressed.
function plainly(form, by) {
  delete form.dataset.swap;
  form.requestSubmit(by);
}

function query(form) {
  const url = new URL(form.getAttribute('action') || location.pathname, location.href);
  const filled = [...new FormData(form)].filter(([, value]) => typeof value === 'string' && value !== '');
  url.search = new URLSearchParams(filled);
  return url.href;
}

document.addEventListener('click', (event) => {
  const link = event.target.closest('a[data-swap]');
  if (!link || event.defaultPrevented || event.button) return;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  load(link.href, link.dataset.swap, { source: link });
});

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!form.matches('form[data-swap]') || event.defaultPrevented) return;
  event.preventDefault();
  const by = event.submitter;
  if (form.method !== 'post') return load(query(form), form.dataset.swap, { source: form });
  const data = new FormData(form, by);
  const body = form.enctype === 'multipart/form-data' ? data : new URLSearchParams(data);
  const url = by?.hasAttribute('formaction') ? by.formAction : form.getAttribute('action') || location.href;
  load(url, form.dataset.swap, { method: 'POST', body, source: form, by });
});

let typing;
document.addEventListener('input', (event) => {
  const form = event.target.closest('form[data-live]');
  if (!form) return;
  clearTimeout(typing);
  typing = setTimeout(() => load(query(form), form.dataset.swap, { source: form }), TYPING);
});

// Back and forward between pages that were swapped. A step within the page (#part) is the browser's own.
// Each step remembers every part that was swapped on the way to it: all of them may differ from where it came from.
let shown = address();
let entry = history.state?.swap ?? '';
document.addEventListener('swap', () => {
  shown = address();
  entry = history.state?.swap ?? '';
});
addEventListener('popstate', (event) => {
  if (address() === shown) return;
  if (event.state?.swap) load(location.href, union(entry, event.state.swap), { push: false });
  else location.reload();
});

function union(one, other) {
  return [...new Set(`${one} ${other}`.trim().split(' '))].join(' ');
}

function address() {
  return location.pathname + location.search;
}
