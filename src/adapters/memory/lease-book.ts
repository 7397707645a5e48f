import type { LeaseBook, LeaseEdition } from '../../ports/leases.ts';

/** A page that ends with the process, for instances that live in it together. */
export const memoryLeaseBook = (): LeaseBook => {
  let last: LeaseEdition | undefined;
  return {
    read: async () => last,
    write: async (page, instead) => {
      if (last?.edition !== instead) return false;
      last = { page: structuredClone(page), edition: (instead ?? 0) + 1 };
      return true;
    },
    close: async () => undefined,
  };
};
