#!/usr/bin/env node
// Checks the Node.js version in words that any old one can read, then starts the program. Nothing else.
var version = process.versions.node.split('.');
if (Number(version[0]) < 20 || (Number(version[0]) === 20 && Number(version[1]) < 19)) {
  process.stderr.write('quitgpt needs Node.js 20.19 or newer; this is ' + process.versions.node + '. Get it at https://nodejs.org\n');
  process.exitCode = 1;
} else {
  require('../dist/quitgpt.cjs');
}
