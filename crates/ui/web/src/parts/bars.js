// A box that cannot be ticked while another field of its form is empty, or says something else, and that says why.
const bars = (box) => [...box.closest('.check').querySelectorAll('[data-bar]')];
const value = (box, name) => (box.form.elements.namedItem(name)?.value ?? '').trim();

function show(box) {
  const all = bars(box);
  const why = all.find((bar) => value(box, bar.dataset.bar) === bar.dataset.while);
  const usual = document.getElementById(`${box.id}-hint`);
  all.forEach((bar) => (bar.hidden = bar !== why));
  if (usual) usual.hidden = Boolean(why);
  box.disabled = Boolean(why);
  box.title = why ? why.textContent : '';
  const error = document.getElementById(`${box.id}-error`);
  box.setAttribute('aria-describedby', [why ?? usual, error].filter(Boolean).map((it) => it.id).join(' '));
}

const boxes = (root) => [...root.querySelectorAll('.check [data-bar]')].map((bar) => bar.closest('.check').querySelector('input'));
const every = () => new Set(boxes(document)).forEach(show);

for (const kind of ['input', 'change']) {
  addEventListener(kind, (event) => event.target.form && new Set(boxes(event.target.form)).forEach(show));
}
addEventListener('pageshow', every);
document.addEventListener('swap', every);
every();
