// Ticked rows, the box that ticks them all, and the bar of actions that appears with the first one.
const boxes = (list) => [...list.querySelectorAll('tbody .ck')];

function show(list) {
  const all = list.querySelector('[data-all]');
  const bar = list.querySelector('.bulk');
  if (!all || !bar) return;
  const ticked = boxes(list).filter((box) => box.checked).length;
  all.checked = ticked > 0 && ticked === boxes(list).length;
  all.indeterminate = ticked > 0 && !all.checked;
  bar.hidden = ticked === 0;
  bar.querySelector('[data-count]').textContent = ticked;
}

function tick(list, on) {
  boxes(list).forEach((box) => (box.checked = on));
  show(list);
}

const every = () => document.querySelectorAll('[data-list]').forEach(show);

addEventListener('change', (event) => {
  const list = event.target.closest('[data-list]');
  if (!list || !event.target.matches('.ck')) return;
  if (event.target.matches('[data-all]')) tick(list, event.target.checked);
  else show(list);
});
addEventListener('click', (event) => {
  if (event.target.closest('[data-clear]')) tick(event.target.closest('[data-list]'), false);
});
addEventListener('pageshow', every);
document.addEventListener('swap', every);
every();
