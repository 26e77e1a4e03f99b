// node build.mjs <outdir> [--release]
// Bundles, minifies, names by content and compresses everything the browser gets. No network.
import * as esbuild from 'esbuild';
import { bundle } from 'lightningcss';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';

const here = import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname);
const at = (...parts) => path.join(here, ...parts);
const read = (...parts) => fs.readFileSync(at(...parts), 'utf8');
const pkg = (...parts) => at('node_modules', ...parts);

const out = path.resolve(process.argv[2] ?? 'dist');
const quality = process.argv.includes('--release') ? 11 : 5;
const cache = pkg('.brotli');
fs.rmSync(out, { recursive: true, force: true });
fs.mkdirSync(out, { recursive: true });
fs.mkdirSync(cache, { recursive: true });

// The oldest browsers a site phone may bring: Android 2023, iOS 16.4.
const js = ['chrome109', 'safari16.4', 'firefox115'];
const version = (major, minor = 0) => (major << 16) | (minor << 8);
const css = {
  chrome: version(109),
  firefox: version(115),
  safari: version(16, 4),
  ios_saf: version(16, 4),
  samsung: version(22),
};

// Compressing takes most of the time, so it is remembered by content.
function brotli(bytes, digest) {
  const kept = path.join(cache, `${digest}.${quality}`);
  if (fs.existsSync(kept)) return fs.readFileSync(kept);
  const params = { [zlib.constants.BROTLI_PARAM_QUALITY]: quality };
  const packed = zlib.brotliCompressSync(bytes, { params });
  fs.writeFileSync(kept, packed);
  return packed;
}

const manifest = {};

// Writes one file under a name that changes with its content, and returns that name.
function emit(name, content) {
  const bytes = Buffer.from(content);
  const digest = createHash('sha256').update(bytes).digest('hex');
  const ext = path.extname(name);
  const file = `${name.slice(0, -ext.length)}.${digest.slice(0, 10)}${ext}`;
  fs.writeFileSync(path.join(out, file), bytes);
  const packed = brotli(bytes, digest);
  const smaller = packed.length < bytes.length * 0.95;
  if (smaller) fs.writeFileSync(path.join(out, `${file}.br`), packed);
  manifest[name] = { file, bytes: bytes.length, brotli: smaller ? packed.length : null };
  return file;
}

const inter = '@fontsource-variable/inter/files';
const fonts = {
  'inter-latin.woff2': emit('inter-latin.woff2', fs.readFileSync(pkg(inter, 'inter-latin-wght-normal.woff2'))),
  'inter-latin-ext.woff2': emit('inter-latin-ext.woff2', fs.readFileSync(pkg(inter, 'inter-latin-ext-wght-normal.woff2'))),
};

for (const sheet of ['app.css', 'desktop.css', 'kit.css']) {
  const { code } = bundle({ filename: at('src', sheet), minify: true, targets: css });
  const named = Object.entries(fonts).reduce((text, [from, to]) => text.replaceAll(from, to), code.toString());
  emit(sheet, named);
}

for (const script of ['app.js', 'lesson.js']) {
  const built = await esbuild.build({
    entryPoints: [at('src', script)],
    bundle: true,
    minify: true,
    format: 'esm',
    target: js,
    write: false,
    legalComments: 'none',
  });
  emit(script, built.outputFiles[0].contents);
}

// One sprite: the status shapes are ours, the rest is drawn by Lucide.
const squeeze = (svg) => svg.replace(/<!--[\s\S]*?-->/g, '').replace(/\s+/g, ' ').replace(/> </g, '><').trim();
const inside = (svg) => squeeze(svg).replace(/^<svg[^>]*>|<\/svg>$/g, '').trim();
const icons = read('icons.txt').trim().split(/\s+/).map((name) => {
  const drawing = inside(fs.readFileSync(pkg('lucide-static', 'icons', `${name}.svg`), 'utf8'));
  return `<symbol id="${name}" viewBox="0 0 24 24">${drawing}</symbol>`;
});
emit('icons.svg', `<svg xmlns="http://www.w3.org/2000/svg">${inside(read('src', 'shapes.svg'))}${icons.join('')}</svg>`);
emit('mark.svg', squeeze(read('src', 'mark.svg')));

// What we owe to others, for the page "About".
const shipped = ['lucide-static', '@fontsource-variable/inter'].map((name) => {
  const about = JSON.parse(fs.readFileSync(pkg(name, 'package.json'), 'utf8'));
  const licence = fs.readdirSync(pkg(name)).find((file) => /^licen[cs]e/i.test(file));
  const words = licence ? fs.readFileSync(pkg(name, licence), 'utf8') : '';
  return `${about.name} ${about.version} (${about.license})\n\n${words}`;
});
emit('licences.txt', shipped.join('\n\n'));

fs.writeFileSync(path.join(out, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
