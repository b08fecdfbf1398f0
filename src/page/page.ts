// The script of the page: in a window the guide, in a worker the check of an export.
import { serveChecks } from './machine/check-worker';
import { startPage } from './start';

if (typeof document === 'undefined') serveChecks();
else startPage(document.currentScript?.textContent ?? '');
