import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { LeaseBook, LeasePage } from '../../src/ports/leases.ts';

const page = (beat: number): LeasePage => ({
  members: { one: beat },
  shares: { '0': { holder: 'one', token: 1, reached: '12345678901234567890' }, '1': { token: 0 } },
});

/**
 * What a book of leases promises. `open` gives a book that nobody wrote in; `another` the same book as another
 * instance sees it.
 */
export const leasesContract = (
  name: string,
  open: () => Promise<{ readonly book: LeaseBook; readonly another: () => Promise<LeaseBook> }>,
): void => {
  describe(`book of leases: ${name}`, () => {
    let book: LeaseBook;
    let other: LeaseBook;
    beforeEach(async () => {
      const opened = await open();
      book = opened.book;
      other = await opened.another();
    });
    afterEach(async () => {
      await other.close();
      await book.close();
    });

    it('holds nothing before the first page', async () => {
      expect(await book.read()).toBeUndefined();
    });

    it('gives everybody the page that was written last', async () => {
      expect(await book.write(page(1), undefined)).toBe(true);
      const first = await other.read();
      expect(first?.page).toEqual(page(1));
      expect(await other.write(page(2), first?.edition)).toBe(true);
      expect((await book.read())?.page).toEqual(page(2));
    });

    it('has one first page', async () => {
      expect(await book.write(page(1), undefined)).toBe(true);
      expect(await other.write(page(2), undefined)).toBe(false);
      expect((await book.read())?.page).toEqual(page(1));
    });

    it('takes nothing in place of an edition that is not the last', async () => {
      await book.write(page(1), undefined);
      const first = await book.read();
      await other.write(page(2), first?.edition);
      expect(await book.write(page(3), first?.edition)).toBe(false);
      expect((await other.read())?.page).toEqual(page(2));
    });

    it('lets exactly one of many win each edition', async () => {
      await book.write(page(0), undefined);
      for (let round = 0; round < 5; round += 1) {
        const last = await book.read();
        const won = await Promise.all(
          Array.from({ length: 8 }, (_, index) =>
            (index % 2 === 0 ? book : other).write(page(100 * round + index), last?.edition),
          ),
        );
        expect(won.filter(Boolean)).toHaveLength(1);
        expect((await other.read())?.page).toEqual(page(100 * round + won.indexOf(true)));
      }
    });
  });
};
