// Finds names that Windows does not take for those of files. It reports no error for them: a device swallows what is written, a colon writes to a stream beside the file.

/** What may not stand in a name: signs with a meaning of their own, and control characters. A colon opens a stream beside the file. */
// eslint-disable-next-line no-control-regex
const FORBIDDEN = /[<>:"|?*\u0000-\u001F]/;
/** Devices, in any letter case and with any ending: `nul.txt` is `NUL` to many versions of Windows. */
const DEVICE = /^(?:con|prn|aux|nul|com[1-9¹²³]|lpt[1-9¹²³]|conin\$|conout\$) *(?:\..*)?$/iu;
/** What stands before the names: a long path (`\\?\`) with or without its share, a share, or a drive with its root. */
const START = /^(?:\\\\\?\\UNC\\[^\\]+\\[^\\]+|\\\\\?\\[^\\]+|\\\\[^\\.?][^\\]*\\[^\\]+|[A-Za-z]:)(?=\\|$)/iu;

/** The first part of a whole path that Windows does not take as the name of a file or folder; `undefined` when it takes all of them. */
export function badWindowsName(path: string): string | undefined {
  const plain = path.replaceAll('/', '\\');
  // The devices themselves: no file is there.
  if (plain.startsWith('\\\\.\\')) return plain;
  const names = plain.replace(START, '').split('\\');
  return names.find(
    (name) => name !== '.' && name !== '..' && (FORBIDDEN.test(name) || /[. ]$/.test(name) || DEVICE.test(name)),
  );
}

/** Throws what the system should say: an error with the code `EBADNAME`, whose `name` is the part of the path that is at fault. */
export function refuseBadName(path: string, platform: NodeJS.Platform): void {
  const name = platform === 'win32' ? badWindowsName(path) : undefined;
  if (name !== undefined)
    throw Object.assign(new Error(`EBADNAME: '${name}' in '${path}'`), { code: 'EBADNAME', name, path });
}
