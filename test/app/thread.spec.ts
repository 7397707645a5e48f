import { describe, expect, it } from '@jest/globals';
import { Thread } from '../../src/app/thread.ts';
import { problemOf } from '../../src/http/problem-filter.ts';

const file = new URL('./children/away.ts', import.meta.url);

describe('a thread that is asked things', () => {
  it('fails as what failed in it, so that whoever asked is told the same', async () => {
    const died: Error[] = [];
    const thread = new Thread(
      file,
      undefined,
      () => undefined,
      (error) => died.push(error),
    );
    const error: unknown = await thread.ask('read').catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: 'StoreAway', message: 'nobody answers' });
    expect(problemOf(error)).toMatchObject({ code: 'LogAway' });
    await expect(thread.ask('sing')).rejects.toThrow('nobody here answers sing');
    await thread.close();
    expect(died).toEqual([]);
  });
});
