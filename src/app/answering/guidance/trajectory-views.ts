import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { growthOf } from '../../../../projections/guidance/growth.ts';
import { ratingsOf } from '../../../../projections/guidance/leermeters.ts';
import { portfolioOf } from '../../../../projections/guidance/portfolios.ts';
import { institutionStream } from '../../../domain/institution/ids.ts';
import { leermeterVersion } from '../../../domain/institution/leermeter.ts';
import { institution } from '../../../domain/institution/state.ts';
import type { StudentId } from '../../../domain/student/ids.ts';
import type { ViewAnswer } from '../../../http/query-routes.ts';
import { LeermeterOf, PortfolioOf } from '../../../http/views/trajectories.ts';
import type { Uuid } from '../../../kernel/message.ts';
import type { Reading } from '../may-read.ts';
import { readingOf, type Said, wordsOf } from '../reading.ts';
import { type ReadingRoom, READING_ROOM } from '../reading-room.ts';
import { seen } from '../seen.ts';

interface Told {
  readonly event: Uuid;
  readonly from?: StudentId;
}

/** Each with what was written in it, to those who guide. */
const withWords = async <T extends Told>(
  room: ReadingRoom,
  id: StudentId,
  reading: Reading,
  told: readonly T[],
): Promise<readonly (T & { readonly said?: Said })[]> => {
  if (reading !== 'guides') return told;
  const words = await wordsOf(
    room,
    told.map(({ from }) => from ?? id),
  );
  return told.map((each) => {
    const said = words.get(each.event);
    return said ? { ...each, said } : each;
  });
};

@QueryHandler(LeermeterOf)
export class LeermeterHandler implements IQueryHandler<LeermeterOf> {
  constructor(@Inject(READING_ROOM) private readonly room: ReadingRoom) {}

  async execute({ id, viewing }: LeermeterOf): Promise<ViewAnswer> {
    const reading = await readingOf(this.room, id, viewing.actor);
    const { ordinal, behind, value } = await seen(this.room, viewing, 'leermeters', (rows) =>
      ratingsOf(rows, id),
    );
    const { state } = await this.room.engine.fold(institution, institutionStream);
    const leermeterOf = (version: number) => leermeterVersion(state, version);
    const versions = [...new Set(value.map(({ leermeter }) => leermeter))];
    return {
      json: {
        ordinal,
        behind,
        trajectory: id,
        leermeters: versions.flatMap((version) => {
          const found = leermeterOf(version);
          return found ? [{ version, name: found.name, least: found.least, most: found.most }] : [];
        }),
        competences: growthOf(value, leermeterOf),
        ratings: await withWords(this.room, id, reading, value),
      },
    };
  }
}

@QueryHandler(PortfolioOf)
export class PortfolioHandler implements IQueryHandler<PortfolioOf> {
  constructor(@Inject(READING_ROOM) private readonly room: ReadingRoom) {}

  async execute({ id, viewing }: PortfolioOf): Promise<ViewAnswer> {
    const reading = await readingOf(this.room, id, viewing.actor);
    const { ordinal, behind, value } = await seen(this.room, viewing, 'portfolios', (rows) =>
      portfolioOf(rows, id),
    );
    return {
      json: { ordinal, behind, trajectory: id, items: await withWords(this.room, id, reading, value) },
    };
  }
}
