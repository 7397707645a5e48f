import {
  type BridgeAnswer,
  type BridgeQuery,
  type Cell,
  type Changed,
  compare,
  type CompareAnswer,
  type CompareQuery,
  createLedger,
  type Disclosure,
  type EvidenceAnswer,
  type EvidenceQuery,
  type FiguresAnswer,
  type FiguresQuery,
  type FiguresRefusal,
  type Ledger,
  type LogEntry,
  type Member,
  type NearAnswer,
  type NearQuery,
  type OutcomeCell,
  type OutcomeMembersAnswer,
  type OutcomesAnswer,
  type OutcomesQuery,
  type ReconciliationAnswer,
  type ReconciliationQuery,
  type Proofs,
  type Row,
  type WhyAnswer,
  type WhyQuery,
} from '../../../projections/figures/index.ts';
import { isOfReport } from '../../domain/report/ids.ts';
import type { LandschapCode } from '../../domain/institution/ids.ts';
import type { StaffId } from '../../domain/staff/ids.ts';
import { isOurs } from '../../engine/chain.ts';
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Role } from '../../kernel/message.ts';
import type { EventStore } from '../../ports/event-store.ts';
import { type FollowUp, PendingFollowUps } from '../follow-ups.ts';
import { Remembered } from './remembered.ts';
import { rowsNdjson } from './texts/reports.ts';
import { Roster } from './roster.ts';

const pageSize = 2_000;

/** What the reader of the whole log can be asked. */
export interface Questions {
  readonly staffOn: {
    readonly ask: { readonly on: CalendarDate; readonly role?: Role; readonly landschap?: LandschapCode };
    readonly answer: readonly StaffId[];
  };
  readonly standsInFor: {
    readonly ask: { readonly staff: StaffId; readonly on: CalendarDate };
    readonly answer: readonly StaffId[];
  };
  readonly report: { readonly ask: FiguresQuery; readonly answer: FiguresAnswer };
  readonly rows: {
    readonly ask: FiguresQuery;
    readonly answer: RowsAnswer;
  };
  readonly members: {
    readonly ask: { readonly query: FiguresQuery; readonly cell: Cell };
    readonly answer: MembersAnswer;
  };
  readonly evidence: { readonly ask: EvidenceQuery; readonly answer: EvidenceAnswer };
  readonly why: { readonly ask: WhyQuery; readonly answer: WhyAnswer };
  readonly near: { readonly ask: NearQuery; readonly answer: NearAnswer };
  readonly bridge: { readonly ask: BridgeQuery; readonly answer: BridgeAnswer };
  readonly compare: { readonly ask: CompareQuery; readonly answer: CompareAnswer };
  readonly outcomes: { readonly ask: OutcomesQuery; readonly answer: OutcomesAnswer };
  readonly outcomeMembers: {
    readonly ask: { readonly query: OutcomesQuery; readonly cell: OutcomeCell };
    readonly answer: OutcomeMembersAnswer;
  };
  readonly reconciliation: { readonly ask: ReconciliationQuery; readonly answer: ReconciliationAnswer };
}

type Refused = { readonly answered: false; readonly refusal: FiguresRefusal };
export type RowsAnswer =
  { readonly answered: true; readonly text: string; readonly ordinal: number } | Refused;
export type MembersAnswer =
  { readonly answered: true; readonly members: readonly Member[]; readonly ordinal: number } | Refused;

/**
 * Reads the log from its first event on and keeps what only a reader of all of it can answer. Before each answer
 * it reads on to the head, so that what it says includes everything committed before it was asked. There it also
 * hands out what should have followed from what it read and is not in the log.
 */
export class LogReader {
  readonly #log: Pick<EventStore, 'readAll'>;
  readonly #onFollowUps: (followUps: readonly FollowUp[]) => void;
  readonly #pending = new PendingFollowUps();
  readonly #roster = new Roster();
  readonly #ledger: Ledger = createLedger();
  readonly #remembered = new Remembered();
  #position: bigint | undefined;
  #ordinal = 0;
  #unsealed = 0;
  #reading: Promise<void> = Promise.resolve();
  /** Begins when the one under way is over. */
  #next: Promise<void> | undefined;

  constructor(
    log: Pick<EventStore, 'readAll'>,
    onFollowUps: (followUps: readonly FollowUp[]) => void = () => undefined,
  ) {
    this.#log = log;
    this.#onFollowUps = onFollowUps;
  }

  get ordinal(): number {
    return this.#ordinal;
  }

  /** The last event that is not a seal: sealing says nothing new of the school. */
  get lastBeforeSeals(): number {
    return this.#unsealed;
  }

  /**
   * One reading at a time; all who ask meanwhile wait for the next, which begins after they asked. Were it one each, the
   * last of many would wait for as many readings as there are, each of which takes long when the log is away.
   */
  catchUp(): Promise<void> {
    if (this.#next) return this.#next;
    const read = (): Promise<void> => {
      this.#next = undefined;
      return this.#read();
    };
    this.#reading = this.#next = this.#reading.then(read, read);
    return this.#next;
  }

  async #read(): Promise<void> {
    for (;;) {
      const page = await this.#log.readAll(this.#position, pageSize);
      const last = page.at(-1);
      if (!last) break;
      const entries: LogEntry[] = [];
      for (const event of page) {
        if (!isOurs(event.stream)) continue;
        this.#ordinal += 1;
        if (!isOfReport(event.stream)) this.#unsealed = this.#ordinal;
        entries.push({ ordinal: this.#ordinal, event });
        this.#roster.add(event);
        this.#pending.read(event);
      }
      this.#ledger.add(entries);
      this.#position = last.position;
    }
    const missing = this.#pending.take();
    if (missing.length > 0) this.#onFollowUps(missing);
  }

  async staffOn({ role, on, landschap }: Questions['staffOn']['ask']): Promise<readonly StaffId[]> {
    await this.catchUp();
    return role === undefined ? this.#roster.hereOn(on) : this.#roster.withRole(role, on, landschap);
  }

  async standsInFor({ staff, on }: Questions['standsInFor']['ask']): Promise<readonly StaffId[]> {
    await this.catchUp();
    return this.#roster.standsInFor(staff, on);
  }

  async report(query: FiguresQuery): Promise<FiguresAnswer> {
    await this.catchUp();
    return this.#ledger.report(query);
  }

  async rows(query: FiguresQuery): Promise<RowsAnswer> {
    await this.catchUp();
    const refusal = this.#ledger.refusal(query);
    if (refusal) return { answered: false, refusal };
    return {
      answered: true,
      text: rowsNdjson([...this.#ledger.rows(query)]),
      ordinal: query.at ?? this.#ordinal,
    };
  }

  /** Of a question that was answered before. */
  async rowsOf(query: FiguresQuery): Promise<readonly Row[]> {
    await this.catchUp();
    return [...this.#ledger.rows(query)];
  }

  async disclosure(query: FiguresQuery | OutcomesQuery): Promise<Disclosure | FiguresRefusal> {
    await this.catchUp();
    return this.#ledger.disclosure(query);
  }

  async members({ query, cell }: Questions['members']['ask']): Promise<MembersAnswer> {
    await this.catchUp();
    const refusal = this.#ledger.refusal(query);
    if (refusal) return { answered: false, refusal };
    return { answered: true, members: this.#ledger.members(query, cell), ordinal: query.at ?? this.#ordinal };
  }

  async evidence(query: EvidenceQuery): Promise<EvidenceAnswer> {
    await this.catchUp();
    return this.#ledger.evidence(query);
  }

  async proofs(query: FiguresQuery): Promise<Proofs> {
    await this.catchUp();
    return this.#ledger.proofs(query);
  }

  async changed(before: FiguresQuery, after: FiguresQuery): Promise<Changed> {
    await this.catchUp();
    return this.#ledger.changed(before, after);
  }

  async why(query: WhyQuery): Promise<WhyAnswer> {
    await this.catchUp();
    return this.#ledger.why(query);
  }

  async near(query: NearQuery): Promise<NearAnswer> {
    await this.catchUp();
    return this.#remembered.of('near', query, this.#ordinal, () => this.#ledger.near(query));
  }

  async bridge(query: BridgeQuery): Promise<BridgeAnswer> {
    await this.catchUp();
    return this.#remembered.of('bridge', query, this.#ordinal, () => this.#ledger.bridge(query));
  }

  async compare(query: CompareQuery): Promise<CompareAnswer> {
    await this.catchUp();
    return compare(query, (each) => this.#ledger.report(each));
  }

  async outcomes(query: OutcomesQuery): Promise<OutcomesAnswer> {
    await this.catchUp();
    return this.#remembered.of('outcomes', query, this.#ordinal, () => this.#ledger.outcomes(query));
  }

  async outcomeMembers({ query, cell }: Questions['outcomeMembers']['ask']): Promise<OutcomeMembersAnswer> {
    await this.catchUp();
    return this.#ledger.outcomeMembers(query, cell);
  }

  async reconciliation(query: ReconciliationQuery): Promise<ReconciliationAnswer> {
    await this.catchUp();
    return this.#remembered.of('reconciliation', query, this.#ordinal, () =>
      this.#ledger.reconciliation(query),
    );
  }
}
