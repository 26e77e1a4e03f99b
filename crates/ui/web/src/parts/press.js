// One key for what is done again and again: `data-press="a"` on a form sends it, on anything else clicks it. Not while
// somebody types, and not with another key held.
addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.key.length !== 1) return;
  if (event.target.closest?.('input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable], dialog')) return;
  const wanted = document.querySelector(`[data-press="${CSS.escape(event.key.toLowerCase())}"]`);
  if (!wanted) return;
  event.preventDefault();
  if (wanted.matches('form')) wanted.requestSubmit();
  else wanted.click();
  wanted.parentElement.querySelector('details[open] input, details[open] textarea')?.focus();
});
