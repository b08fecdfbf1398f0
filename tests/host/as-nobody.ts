// Work done without the rights of root, for tests about files that may not be read.

/** Root reads everything, so as root the work is done with the rights of the user "nobody". */
export async function asNobody<T>(work: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return work();
  process.seteuid?.(65534);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}
