// A signature drawn with a finger, a pen or the mouse. It goes with the form as a picture; without script, and for those
// who do not draw, the typed name is enough.
const WIDTH = 2.5; // px
const INK = '#10151d';

/** The drawing as a file, at once: a form may be sent before anything slower is ready. */
function file(canvas) {
  const bytes = Uint8Array.from(atob(canvas.toDataURL('image/png').split(',')[1]), (it) => it.charCodeAt(0));
  return new File([bytes], 'signature.png', { type: 'image/png' });
}

function keep(field, canvas) {
  const chosen = new DataTransfer();
  if (canvas) chosen.items.add(file(canvas));
  field.files = chosen.files;
}

/** An empty sheet as large as it is shown: white in every theme, for those who read it later. */
function clear(canvas) {
  const scale = Math.min(devicePixelRatio || 1, 2);
  const { width, height } = canvas.getBoundingClientRect();
  Object.assign(canvas, { width: Math.round(width * scale), height: Math.round(height * scale) });
  const pen = canvas.getContext('2d');
  pen.scale(scale, scale);
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, width, height);
  Object.assign(pen, { strokeStyle: INK, fillStyle: INK, lineWidth: WIDTH, lineCap: 'round', lineJoin: 'round' });
  return pen;
}

function begin(root) {
  const pad = root.querySelector('[data-pad]');
  const canvas = pad.querySelector('canvas');
  const field = root.querySelector('input[type=file]');
  pad.hidden = false;
  let pen = clear(canvas);
  let drawing = false;
  const at = (event) => {
    const box = canvas.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  canvas.addEventListener('pointerdown', (event) => {
    drawing = true;
    canvas.setPointerCapture(event.pointerId);
    const [x, y] = at(event);
    pen.beginPath();
    pen.arc(x, y, WIDTH / 2, 0, 2 * Math.PI);
    pen.fill();
    pen.beginPath();
    pen.moveTo(x, y);
    event.preventDefault();
  });
  canvas.addEventListener('pointermove', (event) => {
    if (!drawing) return;
    pen.lineTo(...at(event));
    pen.stroke();
  });
  const end = () => {
    if (drawing) keep(field, canvas);
    drawing = false;
  };
  canvas.addEventListener('pointerup', end);
  canvas.addEventListener('pointercancel', end);
  pad.querySelector('[data-clear]').addEventListener('click', () => {
    pen = clear(canvas);
    keep(field);
  });
}

document.querySelectorAll('[data-sign]').forEach(begin);
