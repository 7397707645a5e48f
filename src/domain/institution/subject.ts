import type { Subject } from '../../kernel/subject.ts';
import type { InstitutionCommand } from './commands.ts';
import { decide, mayAsk, type NoFacts } from './decider.ts';
import type { InstitutionEvent } from './events.ts';
import { institutionStream } from './ids.ts';
import type { InstitutionRefusal } from './refusals.ts';
import { type Institution, institution } from './state.ts';

/** There is one institution in a log, so its id says nothing: give `institutionStream`. */
export const institutionSubject: Subject<
  typeof institutionStream,
  InstitutionCommand,
  InstitutionEvent,
  Institution,
  NoFacts,
  InstitutionRefusal
> = {
  ...institution,
  name: 'institution',
  stream: () => institutionStream,
  gather: async () => undefined,
  mayAsk,
  decide,
};
