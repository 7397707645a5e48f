import { Inject, type Provider } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { problem } from '../../http/problem.ts';
import type { ViewAnswer } from '../../http/query-routes.ts';
import { InspectionOf } from '../../http/views/inspection.ts';
import {
  bridgeQueryOf,
  nearQueryOf,
  outcomeCellOf,
  outcomesQueryOf,
  reconciliationQueryOf,
  whyQueryOf,
} from '../figures/inspection-query.ts';
import { compareQueryOf } from '../figures/compare-query.ts';
import type { Parsed } from '../figures/query.ts';
import type { AnyRefusal } from '../figures/refusals.ts';
import type { PaperQuestion } from '../papers/make.ts';
import { READING_ROOM, type ReadingRoom } from './reading-room.ts';
import { refused } from './refused.ts';
import { headFor, today } from './seen.ts';
import { takenAway } from './taken-away.ts';

const checked = <T>(query: Parsed<T>): T => {
  if (!query.ok) throw problem('InvalidQuery', { wrong: query.wrong });
  return query.value;
};

const shown = (
  answer:
    | { readonly answered: true; readonly report: object }
    | { readonly answered: false; readonly refusal: AnyRefusal },
): ViewAnswer => {
  if (!answer.answered) throw refused(answer.refusal);
  return { json: answer.report };
};

@QueryHandler(InspectionOf)
class InspectionHandler implements IQueryHandler<InspectionOf> {
  constructor(@Inject(READING_ROOM) private readonly room: ReadingRoom) {}

  async execute({ asked, typed, viewing }: InspectionOf): Promise<ViewAnswer> {
    await headFor(this.room, viewing);
    const { reader } = this.room;
    const now = today(this.room);
    const fileOf = (of: PaperQuestion['of']) => takenAway(this.room, viewing, typed, of);
    switch (asked) {
      case 'why': {
        const query = checked(whyQueryOf(typed, now));
        return (await fileOf({ what: 'why', query })) ?? shown(await reader.ask('why', query));
      }
      case 'near': {
        const query = checked(nearQueryOf(typed, now));
        return (await fileOf({ what: 'near', query })) ?? shown(await reader.ask('near', query));
      }
      case 'reconciliation': {
        const query = checked(reconciliationQueryOf(typed, now));
        return (
          (await fileOf({ what: 'reconciliation', query })) ??
          shown(await reader.ask('reconciliation', query))
        );
      }
      case 'outcomes': {
        const query = checked(outcomesQueryOf(typed, now));
        return (await fileOf({ what: 'outcomes', query })) ?? shown(await reader.ask('outcomes', query));
      }
      case 'compare': {
        const query = checked(compareQueryOf(typed, now));
        return (await fileOf({ what: 'compare', query })) ?? shown(await reader.ask('compare', query));
      }
      case 'bridge': {
        const query = checked(bridgeQueryOf(typed, now));
        return (await fileOf({ what: 'bridge', query })) ?? shown(await reader.ask('bridge', query));
      }
      case 'outcomeMembers': {
        const answer = await reader.ask('outcomeMembers', {
          query: checked(outcomesQueryOf(typed, now)),
          cell: checked(outcomeCellOf(typed)),
        });
        if (!answer.answered) throw refused(answer.refusal);
        return { json: { ordinal: answer.ordinal, members: answer.members } };
      }
    }
  }
}

export const inspectionViewHandlers: readonly Provider[] = [InspectionHandler];
