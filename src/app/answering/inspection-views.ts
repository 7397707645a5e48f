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
  yearNotTogether,
} from '../figures/inspection-query.ts';
import { compareQueryOf, unknownValue } from '../figures/compare-query.ts';
import type { Parsed } from '../figures/query.ts';
import { READING_ROOM, type ReadingRoom } from './reading-room.ts';
import { refused } from './refused.ts';
import { headFor, today } from './seen.ts';
import { takenAway } from './taken-away.ts';

const checked = <T>(query: Parsed<T>): T => {
  if (!query.ok) throw problem('InvalidQuery', { wrong: query.wrong });
  return query.value;
};

@QueryHandler(InspectionOf)
class InspectionHandler implements IQueryHandler<InspectionOf> {
  constructor(@Inject(READING_ROOM) private readonly room: ReadingRoom) {}

  async execute({ asked, typed, viewing }: InspectionOf): Promise<ViewAnswer> {
    await headFor(this.room, viewing);
    const { reader } = this.room;
    const now = today(this.room);
    switch (asked) {
      case 'why': {
        const answer = await reader.ask('why', checked(whyQueryOf(typed, now)));
        if (answer.answered) return { json: answer.report };
        if (answer.refusal.code === 'UnknownTrajectory') throw problem('NotFound');
        throw refused(answer.refusal);
      }
      case 'near': {
        const answer = await reader.ask('near', checked(nearQueryOf(typed, now)));
        if (!answer.answered) throw refused(answer.refusal);
        return { json: answer.report };
      }
      case 'reconciliation': {
        const answer = await reader.ask('reconciliation', checked(reconciliationQueryOf(typed, now)));
        if (answer.answered) return { json: answer.report };
        if (answer.refusal.code === 'UnknownList') throw problem('NotFound');
        throw refused(answer.refusal);
      }
      case 'outcomes': {
        const query = checked(outcomesQueryOf(typed, now));
        const file = await takenAway(this.room, viewing, typed, { what: 'outcomes', query });
        if (file) return file;
        const answer = await reader.ask('outcomes', query);
        if (answer.answered) return { json: answer.report };
        throw refused(answer.refusal);
      }
      case 'compare': {
        const answer = await reader.ask('compare', checked(compareQueryOf(typed, now)));
        if (answer.answered) return { json: answer.report };
        if (answer.refusal.code === 'UnknownValue')
          throw problem('InvalidQuery', { wrong: [unknownValue(answer.refusal)] });
        throw refused(answer.refusal);
      }
      case 'outcomeMembers': {
        const answer = await reader.ask('outcomeMembers', {
          query: checked(outcomesQueryOf(typed, now)),
          cell: checked(outcomeCellOf(typed)),
        });
        if (answer.answered) return { json: { ordinal: answer.ordinal, members: answer.members } };
        if (answer.refusal.code === 'YearNotTogether')
          throw problem('InvalidQuery', { wrong: [yearNotTogether(answer.refusal.years)] });
        throw refused(answer.refusal);
      }
      case 'bridge': {
        const answer = await reader.ask('bridge', checked(bridgeQueryOf(typed, now)));
        if (answer.answered) return { json: answer.report };
        if (answer.refusal.code === 'BridgeBackwards')
          throw problem('InvalidQuery', {
            wrong: [{ path: 'to', what: 'to: lies before from; give the earlier day as from' }],
          });
        throw refused(answer.refusal);
      }
    }
  }
}

export const inspectionViewHandlers: readonly Provider[] = [InspectionHandler];
