import { describe, expect, it } from '@jest/globals';
import type { Story } from '../../src/kernel/projection.ts';
import { oncePerStory } from '../../projections/once-per-story.ts';

const story = (key: string): Story => ({ key, events: [], joined: [] });

describe('what read models share of a story', () => {
  it('is made when it is asked for, and once', () => {
    const made: string[] = [];
    const shared = oncePerStory(({ key }) => made.push(key));
    expect(made).toEqual([]);
    const one = story('one');
    expect([shared(one), shared(one)]).toEqual([1, 1]);
    expect(made).toEqual(['one']);
  });

  it('is another’s for another story, be it of the same key', () => {
    const shared = oncePerStory(({ key, events }) => `${key} ${events.length}`);
    const grown = { ...story('one'), events: [{} as Story['events'][number]] };
    expect([shared(story('one')), shared(grown), shared(story('two'))]).toEqual(['one 0', 'one 1', 'two 0']);
  });

  it('is tried again for whoever asks after it could not be made', () => {
    let tries = 0;
    const shared = oncePerStory(() => {
      tries += 1;
      throw new Error('unreadable');
    });
    const one = story('one');
    expect(() => shared(one)).toThrow('unreadable');
    expect(() => shared(one)).toThrow('unreadable');
    expect(tries).toBe(2);
  });
});
