import { type CatalogueEntry, catalogueOf } from '../../domain/institution/catalogue.ts';
import { institution as institutionReadable } from '../../domain/institution/state.ts';
import type { Niveau, Programme } from '../../domain/institution/ids.ts';
import { studentStream } from '../../domain/student/ids.ts';
import type { StoredIdentity } from '../../domain/student/state.ts';
import { type Correction, knownHistory, type ToldEvent } from '../../domain/trajectory/state.ts';
import { trajectoryStream } from '../../domain/trajectory/ids.ts';
import { dateOf, dayNumber } from '../../kernel/calendar-date.ts';
import type { Recorded, Uuid } from '../../kernel/message.ts';
import type { EventStore } from '../../ports/event-store.ts';
import { peildatum } from '../days.ts';
import { dateText } from '../diary.ts';
import { isTooOld, type Life } from '../lives/life.ts';
import { programmeOn, type Reported, reportedOf } from './register-account.ts';
import { type Named, roLines, roName } from './ro-file.ts';
import type { Simulated } from '../simulate.ts';
import { trueVerdict } from './truth.ts';
import { type Counted, nenrLines, nrspLines } from './vsv-files.ts';

/** A text file to be written: its lines without line ends. */
export interface TextFile {
  readonly name: string;
  readonly lines: Iterable<string>;
}

/** Of the made-up school. */
export const simulatedBrin = '99WX';

const bearing: ReadonlySet<string> = new Set<ToldEvent['type']>([
  'PlacedProvisionally',
  'EnrolledDefinitively',
  'ProgrammeSpecified',
  'PlacementCancelled',
  'Switched',
  'FollowOnStarted',
  'DiplomaAwarded',
  'Left',
  'Corrected',
]);

/** All that a register would be told, by stream, and who the students are as last stated. */
class Log {
  readonly #told = new Map<string, ToldEvent[]>();
  readonly #corrections = new Map<string, Map<Uuid, Correction>>();
  readonly #identities = new Map<string, StoredIdentity>();

  static async read(store: EventStore): Promise<Log> {
    const log = new Log();
    let after: bigint | undefined;
    for (;;) {
      const page = await store.readAll(after, 5_000);
      for (const event of page) log.#take(event);
      const last = page.at(-1);
      if (!last) return log;
      after = last.position;
    }
  }

  #take({ id, stream, type, data, meta }: Recorded): void {
    if (type === 'StudentRegistered' || type === 'StudentCorrected') {
      this.#identities.set(stream, data as StoredIdentity);
      return;
    }
    if (!bearing.has(type)) return;
    const event = { id, type, data, commandId: meta.commandId } as ToldEvent;
    const told = this.#told.get(stream);
    if (told) told.push(event);
    else this.#told.set(stream, [event]);
    if (event.type === 'Corrected') {
      const known = this.#corrections.get(stream) ?? new Map<Uuid, Correction>();
      this.#corrections.set(stream, known.set(event.data.event, event.data));
    }
  }

  reported(life: Life): Reported {
    const stream = trajectoryStream(life.id);
    return reportedOf(knownHistory(this.#told.get(stream) ?? [], this.#corrections.get(stream) ?? new Map()));
  }

  named(life: Life): Named {
    const identity = this.#identities.get(studentStream(life.id));
    return {
      bsn: life.person?.bsn ?? '',
      onderwijsnummer: life.person?.onderwijsnummer ?? '',
      name: identity?.name ?? '',
      birthDate: identity?.birthDate ?? life.person?.birthDate ?? '',
      gender: identity?.gender ?? life.person?.gender ?? 'O',
    };
  }
}

/**
 * What the register and DUO would say of a simulated school, as known at its end: the registratieoverzicht,
 * for each school year of which both peildata were reached the start population and the VSV'ers, and beside
 * them the truth. Written from the log, so that what was corrected or came late is in it as in a real one.
 */
export async function* registerFiles(simulated: Simulated, store: EventStore): AsyncGenerator<TextFile> {
  const { plan, lives, peildataYears } = simulated;
  const [firstYear] = peildataYears;
  if (firstYear === undefined) return;
  const catalogue = catalogueOf(institutionReadable.initial);
  const entryOf = ({ opleidingscode }: Pick<Programme, 'opleidingscode'>): CatalogueEntry | undefined =>
    catalogue.entry(opleidingscode);
  const niveauOf = (programme: Pick<Programme, 'opleidingscode' | 'niveau'>): Niveau | undefined =>
    programme.niveau ?? entryOf(programme)?.niveau;

  const log = await Log.read(store);
  const from = dateOf(firstYear, 8, 1);
  const students = lives
    .map((life) => ({ life, person: log.named(life), reported: log.reported(life) }))
    .filter(({ reported }) =>
      reported.enrolments.some(
        ({ from: begins, until }) => begins <= plan.until && (until ?? plan.until) >= from,
      ),
    );
  const header = { brin: simulatedBrin, from, to: plan.until };
  yield { name: roName(header), lines: roLines(header, students, niveauOf) };

  const truth: string[] = [];
  for (const year of peildataYears.filter((each) => peildatum(each + 1) <= dayNumber(plan.until))) {
    const population: Counted[] = [];
    const vsvers: Counted[] = [];
    for (const { life, person, reported } of students) {
      const programme = programmeOn(reported, dateText(peildatum(year)));
      if (!programme) continue;
      const counted = { person, programme, niveau: niveauOf(programme), entry: entryOf(programme) };
      const { verdict, step, why } = trueVerdict(life, reported, year, niveauOf);
      if (!isTooOld(life, year)) population.push(counted);
      if (verdict === 'vsv') vsvers.push(counted);
      const { bsn, onderwijsnummer } = person;
      truth.push(
        JSON.stringify({ schoolYear: year, trajectory: life.id, bsn, onderwijsnummer, verdict, step, why }),
      );
    }
    // Provisional in March, definitive in November of the year after (DUO's cycle).
    const status = plan.until >= dateOf(year + 2, 11, 1) ? 'D' : 'V';
    const name = `${year + 1}${status}I${simulatedBrin}.csv`;
    yield { name: `NRSP${name}`, lines: nrspLines(simulatedBrin, population) };
    yield { name: `NenR${name}`, lines: nenrLines(simulatedBrin, vsvers) };
  }
  yield { name: 'truth.ndjson', lines: truth };
}
