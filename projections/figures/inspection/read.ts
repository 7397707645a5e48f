import type { Reading } from '../readings/twin.ts';
import type { OutOfPopulation } from './why-words.ts';

/** One student as read on a day: in the population with a reading, or why not. */
export type Read = { readonly reading: Reading } | { readonly out: OutOfPopulation };
