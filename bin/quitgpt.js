#!/usr/bin/env node
// Checks the Node.js version in words that any old one can read, then starts the program. Nothing else.
var version = process.versions.node;
var major = Number(version.split('.')[0]);
var minor = Number(version.split('.')[1]);
if (major < 20 || (major === 20 && minor < 19)) {
  refuse('20.19 or newer; this is ' + version + '. Get the one called LTS at https://nodejs.org\n');
} else if (major === 21 || (major === 22 && minor < 3)) {
  refuse(
    '22.3 or newer, or 20.19 or later of version 20; this is ' +
      version +
      ', which lacks a part that the guide uses. Get the one called LTS at https://nodejs.org\n',
  );
} else {
  require('../dist/quitgpt.cjs');
}

function refuse(needed) {
  process.stderr.write('quitgpt needs Node.js ' + needed);
  process.exitCode = 1;
}
