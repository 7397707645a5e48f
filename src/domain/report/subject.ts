import type { CalendarDate } from '../../kernel/calendar-date.ts';
import { accept, decideBy, nothing, refuse } from '../../kernel/decider.ts';
import type { Role } from '../../kernel/message.ts';
import type { Subject } from '../../kernel/subject.ts';
import type { ReportCommand } from './commands.ts';
import type { ReportEvent } from './events.ts';
import { type ReportId, reportStream } from './ids.ts';
import type { ReportRefusal } from './refusals.ts';
import { type Report, reportReadable } from './state.ts';

export interface ReportFacts {
  readonly today: CalendarDate;
}

const sealers: readonly Role[] = ['quality', 'programmeManager', 'operator', 'system'];

/** What was sealed: that it was, when, over which log, into which bytes. */
export const reportSubject: Subject<
  ReportId,
  ReportCommand,
  ReportEvent,
  Report,
  ReportFacts,
  ReportRefusal
> = {
  ...reportReadable,
  name: 'report',
  stream: reportStream,
  gather: async (_command, _now, _id, { today }) => ({ today }),
  mayAsk: ({ role }) => (sealers.includes(role) ? undefined : { code: 'NotYours' }),
  decide: decideBy<ReportCommand, Report, ReportFacts, ReportEvent, ReportRefusal>({
    SealReport: ({ sealed }, { seals }, { today }) => {
      const { bundle, software, knownOn } = sealed;
      if (seals.some((seal) => seal.bundle === bundle)) return nothing;
      const before = seals.find((seal) => seal.software === software);
      if (before) return refuse({ code: 'SealedOtherwise', bundle: before.bundle });
      // On a day to come more will be known than is now.
      if (knownOn > today) return refuse({ code: 'DateInFuture', on: knownOn, today });
      return accept({ type: 'ReportSealed', data: sealed });
    },
  }),
};
