import { expect, it } from '@jest/globals';
import { Turns } from '../../src/engine/turns.ts';

const later = (log: string[], name: string) => async () => {
  log.push(`${name} begins`);
  await new Promise((resolve) => setImmediate(resolve));
  log.push(`${name} ends`);
};

it('lets work on the same key wait for its turn, also behind work that failed, and other work pass', async () => {
  const turns = new Turns();
  const log: string[] = [];
  const failing = turns.take(['a'], async () => {
    await later(log, 'first')();
    throw new Error('refused');
  });
  await Promise.allSettled([
    failing,
    turns.take(['a', 'b'], later(log, 'second')),
    turns.take(['b'], later(log, 'third')),
    turns.take(['c'], later(log, 'other')),
  ]);
  expect(log.filter((line) => !line.startsWith('other'))).toEqual([
    'first begins',
    'first ends',
    'second begins',
    'second ends',
    'third begins',
    'third ends',
  ]);
  expect(log.indexOf('other begins')).toBeLessThan(log.indexOf('first ends'));
  await expect(failing).rejects.toThrow('refused');
});
