// An expected failure: its id finds the words, its code ends the program, its flag says what to give.
import type { Ui } from '../content/words';
import type { Leaving } from '../prompt/prompter';

/** The exit codes: documented in --help, never renumbered. An unknown code other than 0 is a failure. */
export const EXIT = {
  complete: 0,
  failed: 1,
  notUnderstood: 2,
  stepsLeft: 3,
  interrupted: 130,
  terminated: 143,
  hungUp: 129,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The code for a person who left: signals are 128 + their number; the end of input is a stop with steps left. */
export function exitCodeOf(how: Leaving): ExitCode {
  return { 'ctrl-c': EXIT.interrupted, 'end-of-input': EXIT.stepsLeft, SIGTERM: EXIT.terminated, SIGHUP: EXIT.hungUp }[
    how
  ];
}

export type CliErrorId = Extract<keyof Ui['errors'], string>;

export class CliError extends Error {
  constructor(
    readonly id: CliErrorId,
    readonly args: Readonly<Record<string, string | number>> = {},
    readonly more: { readonly code?: ExitCode; readonly flag?: string; readonly suggestion?: string } = {},
  ) {
    super(id);
    this.name = 'CliError';
  }

  get code(): ExitCode {
    return this.more.code ?? EXIT.notUnderstood;
  }
}

/**
 * The sentence id for why the system refused something: in words a person knows, never its own code. Codes that ask for the
 * same next step share a sentence. `platform` tells who refuses: macOS asks people for leave, others do not.
 */
export function reasonOf(error: unknown, platform: NodeJS.Platform): CliErrorId {
  const code = codeOf(error);
  if (code === undefined) return 'other';
  if (code === 'EPERM' && platform === 'darwin') return 'EPERM_darwin';
  return REASONS.find(({ codes }) => codes.includes(code))?.id ?? 'other';
}

/** Why an export was not opened. macOS keeps folders back from terminals, and people can allow them. */
export function notOpened(
  problem: 'missing' | 'empty' | 'not-file' | 'unreadable' | 'not-zip' | 'no-export',
  file: string,
  platform: NodeJS.Platform,
): CliError {
  return new CliError(
    problem === 'unreadable' && platform === 'darwin' ? 'export_unreadable_macos' : `export_${problem}`,
    { file },
    { code: EXIT.failed },
  );
}

/** The `code` that errors of the system carry. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** errno(3), libuv's uv-errno list, and the codes that `src/host/` raises itself. */
const REASONS: readonly { readonly id: CliErrorId; readonly codes: readonly string[] }[] = [
  { id: 'ENOSPC', codes: ['ENOSPC', 'EDQUOT'] },
  { id: 'EACCES', codes: ['EACCES'] },
  { id: 'EPERM', codes: ['EPERM'] },
  { id: 'EROFS', codes: ['EROFS'] },
  { id: 'ENOENT', codes: ['ENOENT'] },
  { id: 'EISDIR', codes: ['EISDIR'] },
  { id: 'ENOTDIR', codes: ['ENOTDIR'] },
  { id: 'EEXIST', codes: ['EEXIST', 'ENOTEMPTY'] },
  { id: 'EPIPE', codes: ['EPIPE', 'ERR_STREAM_DESTROYED', 'ERR_STREAM_WRITE_AFTER_END'] },
  { id: 'EBUSY', codes: ['EBUSY', 'ETXTBSY', 'EAGAIN', 'EDEADLK', 'ENOLCK'] },
  { id: 'EFBIG', codes: ['EFBIG', 'EOVERFLOW', 'ERR_FS_FILE_TOO_LARGE'] },
  { id: 'ELOOP', codes: ['ELOOP', 'EMLINK'] },
  { id: 'ENAMETOOLONG', codes: ['ENAMETOOLONG', 'EILSEQ', 'ERR_INVALID_ARG_VALUE'] },
  { id: 'EMFILE', codes: ['EMFILE', 'ENFILE', 'ENOMEM', 'ENOBUFS'] },
  { id: 'EIO', codes: ['EIO', 'ENXIO', 'ENODEV', 'ENOMEDIUM'] },
  { id: 'EINVAL', codes: ['EINVAL', 'ESPIPE', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EXDEV'] },
  {
    id: 'ESTALE',
    codes: [
      'ESTALE',
      'ETIMEDOUT',
      'EHOSTDOWN',
      'EHOSTUNREACH',
      'ENETDOWN',
      'ENETUNREACH',
      'ENOTCONN',
      'ECONNRESET',
      'ECONNABORTED',
      'EREMOTEIO',
    ],
  },
  { id: 'EBADNAME', codes: ['EBADNAME'] },
  { id: 'ENOHOME', codes: ['ENOHOME'] },
  { id: 'ENOCWD', codes: ['ENOCWD'] },
];
