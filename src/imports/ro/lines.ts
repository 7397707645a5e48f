/** What a file gives when it is opened: pieces of UTF-8, cut anywhere. */
export type Chunks = AsyncIterable<string | Uint8Array>;

export interface Line {
  /** From 1. */
  readonly number: number;
  readonly text: string;
}

/** No record of the format comes near it; what goes on without an end must not fill the memory. */
export const longestLine = 4_000;

/**
 * The lines of a file that are not empty, with or without BOM, with LF or CRLF. Of a line that is too long
 * only the beginning is kept, with one character more than the limit, so that its reader can tell.
 */
export const linesOf = async function* (chunks: Chunks): AsyncGenerator<Line> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let rest = '';
  let number = 0;
  const line = (text: string): Line | undefined => {
    number += 1;
    const clean = (number === 1 ? text.replace(/^\uFEFF/, '') : text).trim();
    return clean === '' ? undefined : { number, text: clean.slice(0, longestLine + 1) };
  };
  for await (const chunk of chunks) {
    const parts = (typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true })).split('\n');
    const last = parts.length - 1;
    for (const [index, part] of parts.entries()) {
      // One kept character over the limit says that the line was too long, whatever follows.
      rest += part.slice(0, Math.max(0, longestLine + 2 - rest.length));
      if (index === last) break;
      const found = line(rest);
      rest = '';
      if (found) yield found;
    }
  }
  const found = line(rest + decoder.decode());
  if (found) yield found;
};
