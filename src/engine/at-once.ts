/** Does the work for each, so many at once; the first that fails ends it, when those under way are done. */
export const atMostAtOnce = async <T>(
  most: number,
  each: Iterable<T>,
  work: (one: T) => Promise<void>,
): Promise<void> => {
  const left = each[Symbol.iterator]();
  let failed: { readonly error: unknown } | undefined;
  const worker = async (): Promise<void> => {
    for (let next = left.next(); !next.done && !failed; next = left.next())
      try {
        await work(next.value);
      } catch (error) {
        failed ??= { error };
      }
  };
  await Promise.all(Array.from({ length: most }, worker));
  if (failed) throw failed.error;
};
