// `quitgpt export --help --lang fr` listed: help [commande]  display help for command
import { expect, test } from 'vitest';
import { loadCatalogue } from '../../src/content/catalogue';
import { aHost } from '../support/fake-host';
import { expectRun } from '../support/program';

test.each(['en', 'fr'])('the help of a group of commands is all in its language: %s', async (lang) => {
  const { words } = await loadCatalogue(lang);
  const host = await expectRun(aHost(`export --help --lang ${lang}`), {
    code: 0,
    stdout: /^.+\n/,
    stderr: '',
    files: {},
    pages: [],
  });
  expect(host.printed().stdout).toMatch(new RegExp(`^ {2}help \\[.*\\] +${String(words.ui.help.help)}$`, 'm'));
});
