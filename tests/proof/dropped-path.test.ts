// Every form in which terminals type a dropped file, on real files with awkward names.
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeFiles } from '../../src/host/node-files';
import { pathCandidates, splitDropped } from '../../src/proof/dropped-path';
import { LINEAR, growthOf } from '../support/growth';

const PASTE_START = '\u001b[200~';
const PASTE_END = '\u001b[201~';

const NAMES = {
  plain: 'shot.png',
  blanks: 'My Shot.png',
  parentheses: 'My Shot (1).png',
  macos: 'Screenshot 2026-11-03 at 9.41.07\u202fAM.png',
  apostrophe: "it's.png",
  twoApostrophes: "John's and Mary's.png",
  doubleQuote: 'a "b".png',
  dollar: 'cost $5 `now`.png',
  backslash: 'back\\slash.png',
  accent: 'reçu €.png',
  leadingDash: '-rf.png',
  endsInBlank: 'ends in blank ',
  beginsQuoted: "'quoted'.png",
  percent: '100%25.png',
  ampersand: '& co.png',
  newline: 'two\nlines.png',
} as const;

describe('a file dropped on a terminal is found', () => {
  let folder = '';
  beforeAll(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'quitgpt dropped ')));
    for (const name of Object.values(NAMES)) writeFileSync(join(folder, name), name);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const find = async (typed: string, platform: NodeJS.Platform = 'linux'): Promise<string | undefined> => {
    const files = nodeFiles({ home: folder, cwd: folder, platform: 'linux' });
    for (const candidate of pathCandidates(typed, platform)) {
      const look = await files.look(files.resolve(candidate));
      if (look.kind === 'file') return look.path;
    }
    return undefined;
  };

  const backslashed = (path: string): string => path.replaceAll(/[^A-Za-z0-9/._\-\u0080-\uffff]/gu, '\\$&');
  const singleQuoted = (path: string): string => `'${path.replaceAll("'", String.raw`'\''`)}'`;
  const doubleQuoted = (path: string): string => `"${path.replaceAll(/[$`"\\]/gu, String.raw`\$&`)}"`;
  const dollarQuoted = (path: string): string =>
    `$'${path.replaceAll(/['\\]/gu, String.raw`\$&`).replaceAll('\n', String.raw`\n`)}'`;
  const octal = (path: string): string =>
    `$'${[...Buffer.from(path)].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('')}'`;
  const powerShell = (path: string): string => `& '${path.replaceAll("'", "''")}'`;
  const address = (path: string): string => `file://${path.split('/').map(encodeURIComponent).join('/')}`;

  const writers: Readonly<Record<string, (path: string) => string>> = {
    'with backslashes and a blank behind (macOS Terminal, iTerm2, Warp)': (path) => `${backslashed(path)} `,
    'in single quotes and a blank behind (GNOME, Konsole, kitty, VS Code)': (path) => `${singleQuoted(path)} `,
    'in double quotes': (path) => doubleQuoted(path),
    'in dollar quotes (KDE, zsh)': (path) => dollarQuoted(path),
    'in dollar quotes, byte by byte': (path) => octal(path),
    'raw with a blank behind (Alacritty)': (path) => `${path} `,
    raw: (path) => path,
    'raw between paste marks': (path) => `${PASTE_START}${path}${PASTE_END}`,
    'in single quotes between paste marks, with a line end': (path) =>
      `${PASTE_START}${singleQuoted(path)} ${PASTE_END}\n`,
    'raw between paste marks that lost their ESC': (path) => `[200~${path}[201~`,
    'as PowerShell writes it': (path) => powerShell(path),
    'in quotes that escape nothing inside (Windows Terminal to WSL)': (path) => `'${path}'`,
    'as a file address': (path) => address(path),
    'as a file address on localhost': (path) => address(path).replace('file://', 'file://localhost'),
    'as a quoted file address': (path) => `'${address(path).replaceAll("'", '%27')}' `,
    'behind a left-to-right mark': (path) => `\u202a${path}`,
    'quoted, behind a left-to-right mark': (path) => `\u202a"${path}"`,
    'with blanks around': (path) => `  ${path}\t`,
  };

  for (const [how, write] of Object.entries(writers)) {
    it(how, async () => {
      for (const name of Object.values(NAMES)) {
        const path = join(folder, name);
        // A name that ends in a blank or holds a line end cannot be told apart once blanks are added around it.
        if (how === 'with blanks around' && name.endsWith(' ')) continue;
        expect(await find(write(path)), `${how}: ${name}`).toBe(path);
      }
    });
  }

  it('by its name alone, also with a dash in front', async () => {
    for (const name of Object.values(NAMES)) expect(await find(name)).toBe(join(folder, name));
  });

  it('from the home folder, with the tilde left to the host', async () => {
    expect(pathCandidates('~/My\\ Shot.png ', 'linux').at(-1)).toBe('~/My Shot.png');
    expect(pathCandidates('~', 'linux')).toEqual(['~']);
    expect(await find('~/My\\ Shot.png ')).toBe(join(folder, NAMES.blanks));
  });

  it('by its literal name when the unquoted name exists too', async () => {
    writeFileSync(join(folder, 'quoted.png'), '');
    expect(await find("'quoted.png'")).toBe(join(folder, 'quoted.png'));
    writeFileSync(join(folder, "'quoted.png'"), '');
    expect(await find("'quoted.png'")).toBe(join(folder, "'quoted.png'"));
  });

  it('one by one when several are dropped', async () => {
    const dropped = [NAMES.blanks, NAMES.apostrophe, NAMES.macos, NAMES.dollar].map((name) => join(folder, name));
    for (const [write, between] of [
      [singleQuoted, ' '],
      [backslashed, ' '],
      [doubleQuoted, '  '],
      [singleQuoted, '\n'],
      [dollarQuoted, ' '],
    ] as const) {
      const lists = splitDropped(`${dropped.map(write).join(between)} `, 'linux');
      expect(lists).toHaveLength(dropped.length);
      for (const [index, list] of lists.entries()) expect(list.at(-1)).toBe(dropped[index]);
    }
  });
});

describe('what is typed stands for', () => {
  const best = (typed: string, platform: NodeJS.Platform): string | undefined => pathCandidates(typed, platform).at(-1);

  it('a Windows path, quoted, unquoted or copied with a mark in front', () => {
    const path = String.raw`C:\Users\m\My Shot.png`;
    for (const typed of [
      `"${path}"`,
      `"${path}" `,
      path,
      `${path} `,
      `\u202a${path}`,
      `\u202a"${path}"`,
      `& '${path}'`,
      `& "${path}"`,
    ])
      expect(best(typed, 'win32')).toBe(path);
  });

  it('a Windows path as PowerShell doubles or escapes the quotes in it', () => {
    expect(best(String.raw`& 'C:\it''s.png'`, 'win32')).toBe(String.raw`C:\it's.png`);
    expect(best(String.raw`'C:\it''s.png'`, 'win32')).toBe(String.raw`C:\it's.png`);
    expect(best('& "C:\\5 `$.png"', 'win32')).toBe('C:\\5 $.png');
  });

  it('a Windows path whose backslashes are never taken for escapes', () => {
    for (const typed of [
      String.raw`C:\new\table.png`,
      String.raw`"C:\new\table.png"`,
      String.raw`\\server\share\new.png`,
    ]) {
      for (const candidate of pathCandidates(typed, 'win32')) expect(candidate).toContain('\\new');
    }
  });

  it('a Windows path that Git Bash wrote with a slash in front', () => {
    expect(best(String.raw`/c/Users/m/My\ Shot.png`, 'win32')).toBe(String.raw`C:\Users\m\My Shot.png`);
  });

  it('never a Windows path with a blank at its end, which Windows would take as the same file', () => {
    for (const candidate of pathCandidates('C:\\a.png ', 'win32')) expect(candidate).toBe('C:\\a.png');
  });

  it('a Windows path from a file address', () => {
    expect(pathCandidates('file:///C:/My%20Shot.png', 'win32')).toEqual([String.raw`C:\My Shot.png`]);
    expect(pathCandidates('file:///c|/a.png', 'win32')).toEqual([String.raw`c:\a.png`]);
    expect(pathCandidates('FILE://LOCALHOST/C:/a.png', 'win32')).toEqual([String.raw`C:\a.png`]);
  });

  it('a Windows share from a file address with a host', () => {
    expect(pathCandidates('file://server/share/a%20b.png', 'win32')).toEqual([String.raw`\\server\share\a b.png`]);
    expect(pathCandidates('file:////server/share/a.png', 'win32')).toEqual([String.raw`\\server\share\a.png`]);
  });

  it('a path on this computer from a file address with a host elsewhere', () => {
    expect(pathCandidates('file://laptop/home/m/a.png', 'linux')).toEqual(['/home/m/a.png']);
    expect(pathCandidates('file:/home/m/a.png', 'darwin')).toEqual(['/home/m/a.png']);
  });

  it('a Windows disk as Linux under Windows mounts it', () => {
    expect(best(String.raw`C:\Users\m\My Shot.png`, 'linux')).toBe('/mnt/c/Users/m/My Shot.png');
    expect(best(String.raw`"D:\a.png" `, 'linux')).toBe('/mnt/d/a.png');
    expect(best('file:///C:/My%20Shot.png', 'linux')).toBe('/mnt/c/My Shot.png');
    expect(best("'/mnt/c/John's a.png'", 'linux')).toBe("/mnt/c/John's a.png");
    expect(pathCandidates(String.raw`C:\a.png`, 'darwin')).not.toContain('/mnt/c/a.png');
  });

  it('a Linux file that Windows names through its own share', () => {
    for (const share of [String.raw`\\wsl.localhost\Debian`, String.raw`\\wsl$\Debian`])
      expect(best(`${share}\\home\\m\\a.png`, 'linux')).toBe('/home/m/a.png');
    expect(best('file://wsl.localhost/Debian/home/m/a%20b.png', 'linux')).toBe('/home/m/a b.png');
  });

  it('itself, with the narrow blank of macOS inside or at its end', () => {
    for (const typed of ['9.41\u202fAM.png', '9.41\u202fAM', '9.41\u202f', '\u00a0a'])
      expect(pathCandidates(typed, 'darwin')).toEqual([typed]);
  });

  it('nothing when it is blank', () => {
    for (const typed of ['', ' ', '\t\r\n', `${PASTE_START}${PASTE_END}`, '\u202a']) {
      expect(pathCandidates(typed, 'linux')).toEqual([]);
      expect(splitDropped(typed, 'linux')).toEqual([]);
    }
  });

  it('what the escapes of dollar quotes say', () => {
    expect(best(String.raw`$'/\u20ac\U1F4C4\303\251\x41\t\'\"\q'`, 'linux')).toBe('/€📄éA\t\'"q');
    expect(best(String.raw`$'/\Uffffffff'`, 'linux')).toBe('/\u{10ffff}');
  });

  it('itself when its percent signs are no encoding', () => {
    expect(pathCandidates('file:///100%.png', 'linux')).toEqual(['/100%.png']);
  });

  it('the most literal path first and the most interpreted one last', () => {
    expect(pathCandidates(String.raw`'/a\ b' `, 'linux')).toEqual([
      String.raw`'/a\ b' `,
      String.raw`'/a\ b'`,
      String.raw`/a\ b`,
    ]);
    expect(pathCandidates(String.raw`/a\ b `, 'linux')).toEqual([String.raw`/a\ b `, String.raw`/a\ b`, '/a b']);
  });
});

describe('several files', () => {
  it('are told apart under Windows by quotes and blanks', () => {
    expect(
      splitDropped(String.raw`"C:\a b.png" C:\it's.png & 'D:\c''d.png'`, 'win32').map((list) => list.at(-1)),
    ).toEqual([String.raw`C:\a b.png`, String.raw`C:\it's.png`, String.raw`D:\c'd.png`]);
  });

  it('are one when a quote does not close', () => {
    expect(splitDropped("/home/m/it's.png /home/m/b.png", 'linux')).toHaveLength(1);
  });
});

describe('no input', () => {
  const typed = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(
        fc.constantFrom(
          "'",
          '"',
          '\\',
          '$',
          '&',
          ' ',
          '~',
          '/',
          'C:',
          'file:',
          '//',
          '%',
          '\u202a',
          PASTE_START,
          PASTE_END,
          '\\U',
          'ffffffff',
          '\\x',
          '`',
          'a',
          '\n',
          '\0',
        ),
      )
      .map((parts) => parts.join('')),
  );
  const platform = fc.constantFrom<NodeJS.Platform>('linux', 'darwin', 'win32');

  it('makes the candidates throw, repeat or be empty', () => {
    fc.assert(
      fc.property(typed, platform, (text, system) => {
        const lists = [pathCandidates(text, system), ...splitDropped(text, system)];
        for (const list of lists) {
          expect(new Set(list).size).toBe(list.length);
          expect(list).not.toContain('');
        }
      }),
      { numRuns: 3000 },
    );
  });

  it.each(['\n', ' ', "'", '"', '\\', '\u202a', '& ', "''", '\\"', 'a b ', `${PASTE_END} `, "$'", '%', 'file:/'])(
    'takes longer than its length asks for: %j over and over',
    (part) => {
      const forms = (length: number): readonly string[] => {
        const many = part.repeat(length / part.length);
        return [many, `${many}x`, `'${many}'`];
      };
      for (const system of ['linux', 'win32'] as const) {
        const work = (texts: readonly string[]): void => {
          for (const text of texts) pathCandidates(text, system);
        };
        expect(growthOf(8000, forms, work), system).toBeLessThan(LINEAR);
        // Longer than any path: not looked at.
        for (const text of forms(1_000_000)) expect(pathCandidates(text, system)).toEqual([]);
      }
    },
  );
});
