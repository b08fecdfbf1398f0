// Runs a prompter in a terminal: asks the named questions in order, going back on "back", and writes the answers as JSON to a file.
import { renderText } from '../../src/render/text';
import { writeFileSync } from 'node:fs';
import { linePrompter } from '../../src/prompt/line-prompter';
import { Interrupted, type Asked, type Prompter } from '../../src/prompt/prompter';
import { richPrompter } from '../../src/prompt/rich-prompter';
import { plainStyle, type Style } from '../../src/render/style';
import * as samples from './prompt-samples';

type Given = { goal?: string; plan?: string; billers: readonly string[]; date?: string };
const { words } = samples;
const [resultFile = '', kind = 'rich', ...names] = process.argv.slice(2);
const given: Given = { billers: [] };
const prompter = kind === 'plain' ? plain() : rich(kind);

void walk().then((result) => writeFileSync(resultFile, JSON.stringify(result)));

async function walk(): Promise<{ outcome: string; given: Given; backs: readonly string[] }> {
  const backs: string[] = [];
  let outcome = 'finished';
  try {
    for (let at = 0; at < names.length; at += 1) {
      const name = names[at] ?? '';
      if ((await ask(prompter, name)) === 'answer') continue;
      backs.push(name);
      at -= 2;
    }
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    outcome = error.how;
  } finally {
    prompter.close();
  }
  return { outcome, given, backs };
}

async function ask(asking: Prompter, name: string): Promise<Asked<unknown>['kind']> {
  const keep = <T>(asked: Asked<T>, put: (value: T) => void): Asked<T>['kind'] => {
    if (asked.kind === 'answer') put(asked.value);
    return asked.kind;
  };
  const initial = <T>(value: T | undefined) => (value === undefined ? {} : { initial: value });
  switch (name) {
    case 'goal':
      return keep(await asking.askOne({ ...samples.goal, ...initial(given.goal) }), (value) => (given.goal = value));
    case 'plan':
      return keep(await asking.askOne({ ...samples.plan, ...initial(given.plan) }), (value) => (given.plan = value));
    case 'billers':
      return keep(
        await asking.askSeveral({ ...samples.billers, initial: given.billers }),
        (value) => (given.billers = value),
      );
    case 'date':
      return keep(await asking.askText({ ...samples.date, ...initial(given.date) }), (value) => (given.date = value));
    default:
      throw new Error(`no question ${name}`);
  }
}

function rich(look: string): Prompter {
  const sgr = (code: number) => (text: string) => `\u001b[${code}m${text}\u001b[${code < 10 ? 22 : 39}m`;
  const coloured: Style = {
    bold: sgr(1),
    dim: sgr(2),
    accent: sgr(36),
    warning: sgr(33),
    done: sgr(32),
    label: sgr(1),
    code: sgr(36),
    address: sgr(36),
    ink: (text) => text,
  };
  // Looks: `rich` in colour, `mono` without, `ascii` without colour and symbols.
  const style = look === 'rich' ? coloured : plainStyle;
  const { stdin, stderr } = process;
  return richPrompter({
    stdin,
    stderr,
    columns: () => stderr.columns,
    words,
    show: () => '',
    draw: (document) => renderText(document, { columns: stderr.columns, style, unicode: look !== 'ascii' }),
    style,
    unicode: look !== 'ascii',
    suspend: undefined,
  });
}

function plain(): Prompter {
  const lines = linePrompter({
    input: process.stdin,
    output: process.stderr,
    columns: () => process.stderr.columns ?? 80,
    words,
    show: () => '',
  });
  process.on('SIGINT', () => lines.interrupt('ctrl-c'));
  return lines;
}
