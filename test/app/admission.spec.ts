import { expect, it } from '@jest/globals';
import { Admission } from '../../src/app/commands/admission.ts';

it('lets so many in at once, the others in the order in which they came, also behind one that fails', async () => {
  const admission = new Admission(2);
  const began: number[] = [];
  let inside = 0;
  let most = 0;
  const visit = (number: number) => async () => {
    began.push(number);
    most = Math.max(most, ++inside);
    await new Promise((resolve) => setImmediate(resolve));
    inside--;
    if (number === 1) throw new Error('refused');
    return number;
  };
  const results = await Promise.allSettled([0, 1, 2, 3, 4, 5].map((number) => admission.run(visit(number))));
  expect(most).toBe(2);
  expect(began).toEqual([0, 1, 2, 3, 4, 5]);
  expect(results.map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
    'fulfilled',
    'fulfilled',
    'fulfilled',
  ]);
});
