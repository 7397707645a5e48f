import { audiences, type PaperQuestion } from '../papers/make.ts';
import { madeByLines } from '../papers/made-by.ts';
import { paperFormats } from '../papers/paper.ts';
import { mediaTypes } from '../papers/writing/written.ts';
import type { Typed } from '../figures/query.ts';
import { version } from '../version.ts';
import { problem } from '../../http/problem.ts';
import type { ViewAnswer } from '../../http/query-routes.ts';
import type { Viewing } from '../../http/views/asking.ts';
import type { ReadingRoom } from './reading-room.ts';
import { refused } from './refused.ts';

const nameOf = (of: PaperQuestion['of']): string => {
  const ofYear = (name: string, year: number): string => `${name}-${year}-${year + 1}`;
  switch (of.what) {
    case 'report':
    case 'rows':
      return ofYear(of.query.report, of.query.year);
    case 'near':
      return `near-${of.query.knownOn}`;
    case 'compare':
      return `compare-${of.query.sides.map(({ year }) => year).join('-')}`;
    default:
      return ofYear(of.what, of.query.year);
  }
};

/** A question with `format` csv, xlsx or pdf as a file; nothing when it asks for no file. */
export const takenAway = async (
  room: ReadingRoom,
  { actor }: Viewing,
  typed: Typed,
  of: PaperQuestion['of'],
): Promise<ViewAnswer | undefined> => {
  const format = paperFormats.find((each) => each === typed['format']);
  if (format === undefined) return undefined;
  const audience = audiences.find((each) => each === (typed['for'] ?? 'outside')) ?? 'outside';
  const answer = await room.reader.ask('paper', {
    of,
    format,
    audience,
    madeBy: madeByLines(`${actor.id} (${actor.role})`, room.clock.now(), version),
  });
  if (!answer.answered) {
    if (answer.refusal.code !== 'StaysInTeam') throw refused(answer.refusal);
    throw problem('InvalidQuery', {
      wrong: [
        {
          path: 'for',
          what: `for: ${answer.refusal.what} do not leave the team; ask with for=team`,
        },
      ],
    });
  }
  return { bytes: answer.bytes, type: mediaTypes[format], name: `${nameOf(of)}.${format}` };
};
