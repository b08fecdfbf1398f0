// Bundles the program into dist/, saying only what is wrong.
import { rolldown } from 'rolldown';
import config from '../../rolldown.config.mjs';

const { output, ...input } = config;
const bundle = await rolldown({ ...input, logLevel: 'warn' });
await bundle.write(output);
await bundle.close();
