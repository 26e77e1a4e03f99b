// A page that came back with problems starts at their list; each of its links puts the cursor into the field.
const summary = () => document.querySelector('.errsum')?.focus();
summary();
document.addEventListener('swap', summary);

addEventListener('click', (event) => {
  const link = event.target.closest('.errsum a[href^="#"]');
  const field = link && document.getElementById(link.hash.slice(1));
  if (!field) return;
  event.preventDefault();
  field.focus();
  (field.labels?.[0] ?? field).scrollIntoView({ block: 'start' });
});
