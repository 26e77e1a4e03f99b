// Small behaviours. Every page works without them, except where a browser must do the work itself.
import './swap.js';
import './parts/older-browsers.js';
import './parts/bars.js';
import './parts/busy.js';
import './parts/copy.js';
import './parts/errors.js';
import './parts/files.js';
import './parts/menus.js';
import './parts/palette.js';
import './parts/press.js';
import './parts/selection.js';
import './parts/signature.js';
import './parts/theme.js';
import './parts/toasts.js';
