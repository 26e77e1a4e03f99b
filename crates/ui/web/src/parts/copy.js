// The Copy button next to a link. Without script the field can still be selected by hand.
addEventListener('click', async (event) => {
  const button = event.target.closest('[data-copy]');
  if (!button) return;
  const field = document.getElementById(button.dataset.copy);
  try {
    await navigator.clipboard.writeText(field.value);
  } catch {
    field.select();
    document.execCommand('copy');
  }
  const word = button.querySelector('[data-word]');
  const before = word.textContent;
  word.textContent = button.dataset.done;
  setTimeout(() => (word.textContent = before), 3000);
});
addEventListener('focusin', (event) => event.target.matches?.('input[readonly]') && event.target.select());
