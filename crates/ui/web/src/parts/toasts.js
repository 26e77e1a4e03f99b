// A message leaves by itself, but not while somebody is reading it with the pointer or the keyboard.
const STAY = 10000; // ms

function leave(toast) {
  if (!toast.isConnected) return;
  if (toast.matches(':hover, :focus-within')) setTimeout(leave, 2000, toast);
  else toast.remove();
}

function watch() {
  document.querySelectorAll('#toasts .toast:not([data-seen])').forEach((toast) => {
    toast.dataset.seen = '';
    setTimeout(leave, STAY, toast);
  });
}

watch();
document.addEventListener('swap', watch);
