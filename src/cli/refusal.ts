// An expected failure: its id finds the words, its code ends the program, its flag says what to give.
import type { Ui } from '../content/words';
import { EXIT } from './exit-codes';
import type { ExitCode } from './exit-codes';

export type RefusalId = Extract<keyof Ui['errors'], string>;

export class Refusal extends Error {
  constructor(
    readonly id: RefusalId,
    readonly args: Readonly<Record<string, string | number>> = {},
    readonly more: { readonly code?: ExitCode; readonly flag?: string; readonly suggestion?: string } = {},
  ) {
    super(id);
    this.name = 'Refusal';
  }

  get code(): ExitCode {
    return this.more.code ?? EXIT.notUnderstood;
  }
}

/** The sentence id for a file error's errno code: the system's own reason in words a person knows. */
export function errnoId(error: unknown): { readonly id: RefusalId; readonly code: string } {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
  const known = ['ENOSPC', 'EACCES', 'EPERM', 'EROFS', 'ENOENT', 'EISDIR', 'ENOTDIR', 'EEXIST', 'EPIPE', 'EBADNAME'] as const;
  return { id: known.find((one) => one === code) ?? 'other', code };
}
