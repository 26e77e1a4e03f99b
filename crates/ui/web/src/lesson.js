// The way through a course on a bad line. A step that cannot be sent is kept on this device and sent when the line is
// back; each carries its key, so that sending it twice does one thing. A film tells how far it is.
const STORE = 'gatepass-kept';
const AGE = 7 * 24 * 60 * 60 * 1000; // as long as the house remembers keys
const EVERY = 10000; // ms between two tellings of how far a film is

const article = document.querySelector('[data-attempt]');
const notice = document.querySelector('[data-kept]');

function kept() {
  try {
    return JSON.parse(localStorage.getItem(STORE) ?? '[]').filter((it) => Date.now() - it.at < AGE);
  } catch {
    return [];
  }
}

function keep(all) {
  try {
    localStorage.setItem(STORE, JSON.stringify(all));
  } catch {
    // No room or no permission: the page still says that nothing was sent.
  }
}

// The newest place in a film replaces an older one; a step is kept as often as it differs.
function add(it) {
  keep([...kept().filter((other) => other.url !== it.url || other.body !== it.body).filter((other) => !it.film || other.url !== it.url), it]);
}

function drop(it) {
  keep(kept().filter((other) => other.url !== it.url || other.body !== it.body));
}

function send(it) {
  const ago = it.film ? `&ago=${Math.round((Date.now() - it.at) / 1000)}` : '';
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
  return fetch(it.url, { method: 'POST', body: it.body + ago, headers, keepalive: true });
}

function offline(shown) {
  if (!notice) return;
  notice.hidden = !shown;
  if (shown) notice.querySelector('span').textContent = article.dataset.offline;
}

function said() {
  const place = document.querySelector('[data-saved]');
  if (!place || !article) return;
  const time = new Date().toLocaleTimeString(document.documentElement.lang, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  place.textContent = `${article.dataset.savedWords} ${time}`;
}

// Sends what was kept, in order. Stops at the first that does not get through.
let flushing;
// What this page was refused is left for another day: somebody else may be signed in on a shared phone.
const refused = new Set();
async function flush() {
  if (flushing || kept().every((it) => refused.has(it.body))) return;
  flushing = true;
  let last;
  try {
    for (const it of kept().filter((it) => !refused.has(it.body))) {
      const answer = await send(it);
      if (answer.status >= 500) break;
      if ([401, 403, 404].includes(answer.status)) {
        refused.add(it.body);
        continue;
      }
      drop(it);
      // What was not taken is said by this page, asked for again.
      if (!it.film) last = answer.ok ? answer.url : location.href;
    }
    offline(kept().some((it) => !it.film));
    if (last && article && !kept().length) location.assign(last);
  } catch {
    offline(kept().some((it) => !it.film));
  } finally {
    flushing = false;
  }
}
addEventListener('online', flush);
setInterval(flush, 5000);
flush();

document.addEventListener('submit', async (event) => {
  const form = event.target;
  if (!form.matches('form[data-keep]')) return;
  event.preventDefault();
  if (form.getAttribute('aria-busy') === 'true') return;
  form.setAttribute('aria-busy', 'true');
  const body = new URLSearchParams(new FormData(form, event.submitter)).toString();
  const it = { url: form.action, body, at: Date.now() };
  try {
    const answer = await send(it);
    if (answer.redirected) return location.assign(answer.url);
    // Something is wrong with it: the browser sends it again by itself and shows the page that says so.
    delete form.dataset.keep;
    form.removeAttribute('aria-busy');
    form.requestSubmit(event.submitter);
  } catch {
    add(it);
    offline(true);
    form.removeAttribute('aria-busy');
  }
});

// The time a lesson takes at least, counted down.
const wait = document.querySelector('[data-wait]');
if (wait) {
  const words = wait.textContent;
  const end = Date.now() + Number(wait.dataset.wait) * 1000;
  const clock = setInterval(() => {
    const left = Math.ceil((end - Date.now()) / 1000);
    if (left > 0) return (wait.textContent = words.replace(/\d+/, left));
    clearInterval(clock);
    wait.remove();
  }, 1000);
}

// The film goes on where it stopped, and tells where it is now and then, at a pause and when the page goes away.
const place = document.querySelector('[data-film]');
const film = document.querySelector('video.film');
if (place && film) {
  const begin = () => {
    const second = Number(place.dataset.film);
    if (second > 0 && second < (film.duration || Infinity) - 1) film.currentTime = second;
  };
  if (film.readyState > 0) begin();
  else film.addEventListener('loadedmetadata', begin, { once: true });
  let told = Number(place.dataset.film);
  const tell = async () => {
    const second = Math.floor(film.currentTime);
    if (!place.dataset.save || second === told) return;
    const it = { url: new URL(place.dataset.save, location.href).href, body: `second=${second}`, at: Date.now(), film: true };
    told = second;
    try {
      const answer = await send(it);
      if (answer.ok) said();
    } catch {
      add(it);
    }
  };
  film.addEventListener('pause', tell);
  film.addEventListener('seeked', () => film.paused && tell());
  setInterval(() => film.paused || tell(), EVERY);
  document.addEventListener('visibilitychange', () => document.hidden && tell());
}
