import { describe, expect, it } from '@jest/globals';
import { HeldStreams } from '../../src/engine/held-streams.ts';
import type { StoryEvent } from '../../src/kernel/projection.ts';

const event = {} as StoryEvent;

describe('streams that are held', () => {
  const holding = (...streams: readonly (readonly [stream: string, events: number])[]): HeldStreams => {
    const held = new HeldStreams();
    for (const [stream, events] of streams) {
      const of = held.begin(stream);
      for (let index = 0; index < events; index++) held.push(of, event);
    }
    return held;
  };
  const which = (held: HeldStreams): readonly string[] =>
    ['pot-a', 'pot-b', 'jar-a'].filter((stream) => held.get(stream));

  it('are let go from the one touched longest ago on, whatever source they belong to', () => {
    const held = holding(['pot-a', 2], ['jar-a', 2], ['pot-b', 2]);
    held.touch('pot-a');
    held.keep(6);
    expect(which(held)).toEqual(['pot-a', 'pot-b', 'jar-a']);
    held.keep(5);
    expect(which(held)).toEqual(['pot-a', 'pot-b']);
    held.keep(2);
    expect(which(held)).toEqual(['pot-a']);
  });

  it('are counted by their events, also those that came later and those that went', () => {
    const held = holding(['pot-a', 3], ['pot-b', 1]);
    held.keep(3);
    held.keep(1);
    expect(which(held)).toEqual(['pot-b']);
    held.push(held.get('pot-b') ?? [], event);
    held.keep(1);
    expect(which(held)).toEqual([]);
    held.push(held.begin('jar-a'), event);
    held.keep(1);
    expect(which(held)).toEqual(['jar-a']);
  });

  it('are all let go when none can be relied on', () => {
    const held = holding(['pot-a', 3]);
    held.forget();
    held.push(held.begin('jar-a'), event);
    held.keep(1);
    expect(which(held)).toEqual(['jar-a']);
  });
});
