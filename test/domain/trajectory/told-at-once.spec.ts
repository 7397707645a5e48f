import { expect, test } from '@jest/globals';
import { seededRandom } from '../../../src/adapters/system/seeded-random.ts';
import { type ToldEvent, trajectoryReadable, trajectoryTold } from '../../../src/domain/trajectory/state.ts';
import { madeHistories, madeSchool } from '../../support/made-histories.ts';

test('a story told at once comes to the same as event by event, corrections among them', () => {
  const stories = new Map<string, ToldEvent[]>();
  for (const batches of madeHistories(madeSchool(seededRandom('at once')), {
    trajectories: 120,
    perDay: 4,
    guided: true,
  }))
    for (const { stream, events } of batches)
      stories.set(stream, [
        ...(stories.get(stream) ?? []),
        ...events.map(
          ({ id, type, data, meta }) => ({ id, type, data, commandId: meta.commandId }) as ToldEvent,
        ),
      ]);
  let corrected = 0;
  for (const story of stories.values()) {
    if (story.some(({ type }) => type === 'Corrected')) corrected += 1;
    expect(trajectoryTold(story)).toEqual(
      story.reduce(trajectoryReadable.evolve, trajectoryReadable.initial),
    );
  }
  expect(corrected).toBeGreaterThan(2);
});
