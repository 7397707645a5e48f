import { playAll as playAllBy } from '../in-children.ts';
import type { Result } from './campaign.ts';
import type { Playing } from './played-school.ts';

/** Plays schools, each apart from the others. */
export const playAll = (
  playings: readonly Playing[],
  onResult?: (result: Result) => void,
): Promise<readonly Result[]> => playAllBy(new URL('child.ts', import.meta.url), playings, onResult);
