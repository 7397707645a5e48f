import { isDeepStrictEqual } from 'node:util';
import { status as codes } from '@grpc/grpc-js';
import type { Answered, Json, RecordedStatus } from './recording.ts';

/** What counts is that it ended so; the words are the transport's own. */
const wordless: readonly number[] = [codes.OK, codes.DEADLINE_EXCEEDED, codes.RESOURCE_EXHAUSTED];

const comparable = ({ code, details, trailers }: RecordedStatus): RecordedStatus => ({
  code,
  details: wordless.includes(code) ? '' : details,
  trailers,
});

const positions = new Set(['commitPosition', 'preparePosition', 'position']);

/** The same answer from a log that begins elsewhere. */
export const moved = (answer: Json, by: bigint): Json => {
  if (Array.isArray(answer)) return answer.map((each: Json) => moved(each, by));
  if (typeof answer !== 'object' || answer === null) return answer;
  return Object.fromEntries(
    Object.entries(answer).map(([name, value]: [string, Json]) => [
      name,
      positions.has(name) && typeof value === 'string' && value !== '0'
        ? String(BigInt(value) + by)
        : moved(value, by),
    ]),
  );
};

/** A number of 64 bits that was read into a double: the last 11 bits are not to be compared. */
const rounded = (answer: Json | undefined): Json | undefined => {
  if (typeof answer === 'number' && answer > Number.MAX_SAFE_INTEGER) return Math.round(answer / 4_096);
  if (Array.isArray(answer)) return answer.map((each: Json) => rounded(each) ?? null);
  if (typeof answer !== 'object' || answer === null) return answer;
  return Object.fromEntries(
    Object.entries(answer).map(([name, value]: [string, Json]) => [name, rounded(value) ?? null]),
  );
};

/** In which respects an answer is not the recorded one; none when it is alike. */
export const differences = (
  recorded: Answered & { readonly cut?: true },
  answered: Answered,
): readonly string[] => {
  const found: string[] = [];
  const count = recorded.cut
    ? recorded.answers.length
    : Math.max(recorded.answers.length, answered.answers.length);
  for (let index = 0; index < count; index++) {
    const [was, is] = [recorded.answers[index], answered.answers[index]];
    if (!isDeepStrictEqual(rounded(was), rounded(is)))
      found.push(`answer ${index + 1}: ${JSON.stringify(was)} → ${JSON.stringify(is)}`);
  }
  const [was, is] = [recorded, answered].map(({ status }) => (status ? comparable(status) : undefined));
  if (!isDeepStrictEqual(was, is)) found.push(`status: ${JSON.stringify(was)} → ${JSON.stringify(is)}`);
  return found;
};
