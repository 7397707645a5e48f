import { type Caseload, type CaseloadAsked, caseloadOf } from '../../../projections/guidance/caseload.ts';
import {
  type Continuity,
  type ContinuityAsked,
  continuityOf,
} from '../../../projections/guidance/continuity.ts';
import { type Guided, guidedIn, guidedYears } from '../../../projections/guidance/guided-years.ts';
import { type LobAsked, lobOf } from '../../../projections/guidance/lob.ts';
import type { Checkpoint, ViewStore } from '../../ports/view-store.ts';

/** What was counted, and where the read model stood. */
export interface Counted<Value> {
  readonly checkpoint: Checkpoint | undefined;
  readonly value: Value;
}
interface Counting<Asked, Value> {
  readonly ask: { readonly year: number; readonly asked: Asked };
  /** Nothing while the read model is built for the first time. */
  readonly answer: Counted<Value> | undefined;
}

/** What can be counted of guidance in a school year. */
export interface GuidanceQuestions {
  readonly caseload: Counting<CaseloadAsked, Caseload>;
  readonly continuity: Counting<ContinuityAsked, Continuity>;
  readonly lob: Counting<LobAsked, ReturnType<typeof lobOf>>;
}

/** Counts over the rows of a whole school: that takes long enough to be nothing for the thread that answers requests. */
export class GuidanceReader {
  readonly #views: Pick<ViewStore, 'read'>;

  constructor(views: Pick<ViewStore, 'read'>) {
    this.#views = views;
  }

  caseload({ year, asked }: GuidanceQuestions['caseload']['ask']): GuidanceQuestions['caseload']['answer'] {
    return this.#counted(year, (all) => caseloadOf(all, asked));
  }

  continuity({
    year,
    asked,
  }: GuidanceQuestions['continuity']['ask']): GuidanceQuestions['continuity']['answer'] {
    return this.#counted(year, (all) => continuityOf(all, asked));
  }

  lob({ year, asked }: GuidanceQuestions['lob']['ask']): GuidanceQuestions['lob']['answer'] {
    return this.#counted(year, (all) => lobOf(all, asked));
  }

  #counted<Value>(year: number, count: (all: readonly Guided[]) => Value): Counted<Value> | undefined {
    return this.#views.read(guidedYears.name, (rows) => count(guidedIn(rows, year)));
  }
}
