import { largestAppend } from '../../ports/storable.ts';

/** A line as it was written, to the byte; or why it cannot have been. */
export type ExactLine = { readonly number: number } & (
  { readonly text: string } | { readonly wrong: string }
);

const newline = 0x0a;
/** No event is longer: what no store takes, and room for its names. */
export const longestLine = largestAppend + 10_000;

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

const lineFrom = (number: number, bytes: Uint8Array): ExactLine => {
  if (bytes.length === 0) return { number, wrong: 'is empty' };
  try {
    return { number, text: decoder.decode(bytes) };
  } catch {
    return { number, wrong: 'is no text in UTF-8' };
  }
};

/**
 * The lines of an exported log. Nothing is mended: what an editor did to line ends, signs or letters is to be
 * found. A line that goes on without an end must not fill the memory, and ends the reading.
 */
export const exactLines = async function* (chunks: AsyncIterable<Uint8Array>): AsyncGenerator<ExactLine> {
  let number = 0;
  let rest = new Uint8Array(0);
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, from)) {
      number += 1;
      const piece = chunk.subarray(from, end);
      from = end + 1;
      yield lineFrom(number, rest.length === 0 ? piece : Buffer.concat([rest, piece]));
      rest = new Uint8Array(0);
    }
    if (rest.length + chunk.length - from > longestLine) {
      yield { number: number + 1, wrong: 'is longer than any event' };
      return;
    }
    if (from < chunk.length) rest = Buffer.concat([rest, chunk.subarray(from)]);
  }
  // An export that was broken off may end anywhere; where it ends after a line, that line is whole.
  if (rest.length > 0) yield lineFrom(number + 1, rest);
};
