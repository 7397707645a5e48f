import { institutionStream } from '../../domain/institution/ids.ts';
import type { InstitutionRefusal } from '../../domain/institution/refusals.ts';
import { institution } from '../../domain/institution/state.ts';
import { institutionSubject } from '../../domain/institution/subject.ts';
import { staffStream } from '../../domain/staff/ids.ts';
import type { StaffRefusal } from '../../domain/staff/refusals.ts';
import { staffReadable } from '../../domain/staff/state.ts';
import { staffSubject } from '../../domain/staff/subject.ts';
import type { Answer, Engine } from '../../engine/execute.ts';
import type { Uuid } from '../../kernel/message.ts';
import type { Random } from '../../ports/random.ts';
import { type KnownHouse, peopleIn, problemsAgainst } from './check-house.ts';
import type { House } from './house.ts';
import { planOf, type Step } from './plan.ts';
import { type ReadHouse, readHouse } from './read-house.ts';
import type { Place, Problem } from './shaped.ts';

export type HouseRefusal = InstitutionRefusal | StaffRefusal;

/** A step that wrote something, or would. */
export interface Change extends Place {
  readonly step: Step;
  readonly events: readonly string[];
}

export interface RefusedStep extends Place {
  readonly step: Step;
  /** `Busy`: others wrote there again and again meanwhile. */
  readonly refusal: HouseRefusal | { readonly code: 'Busy' };
}

export type HouseAnswer =
  /** The file itself is wrong; nothing was written. */
  | { readonly outcome: 'wrong'; readonly problems: readonly Problem[] }
  /** The rules say no. Nothing was written, unless others came in between: then `changes` were before it. */
  | {
      readonly outcome: 'refused';
      readonly refusals: readonly RefusedStep[];
      readonly changes: readonly Change[];
    }
  /** By section, how much was so already. */
  | {
      readonly outcome: 'done';
      readonly changes: readonly Change[];
      readonly already: ReadonlyMap<Step['section'], number>;
    };

export interface HouseImport {
  readonly text: string;
  readonly engine: Engine;
  readonly random: Pick<Random, 'uuid'>;
  readonly dryRun: boolean;
  /** Does this work while nobody else writes. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
}

/**
 * Whoever may open the data folder is the operator, who arranges the institution and its staff. Each command has
 * an id of its own: what is so already is told by the deciders, and a file that was right before, and then was
 * not, can be right again.
 */
const ask = (
  engine: Engine,
  step: Step,
  commandId: Uuid,
  correlationId: Uuid,
): Promise<Answer<HouseRefusal>> => {
  const context = {
    commandId,
    correlationId,
    actor: { id: 'institution import', role: 'operator' },
    source: 'import:institution',
  } as const;
  return step.of === 'institution'
    ? engine.execute(institutionSubject, institutionStream, step.command, context)
    : engine.execute(staffSubject, step.id, step.command, context);
};

const knownTo = async (engine: Engine, read: ReadHouse): Promise<KnownHouse> => {
  const staff = await Promise.all(
    peopleIn(read).map(
      async (id) => [id, (await engine.fold(staffReadable, staffStream(id))).state] as const,
    ),
  );
  return {
    institution: (await engine.fold(institution, institutionStream)).state,
    staff: new Map(staff.filter(([, { registered }]) => registered)),
  };
};

const together = (one: Asked['already'], other: Asked['already']): Asked['already'] =>
  new Map(
    [...new Set([...one.keys(), ...other.keys()])].map((each) => [
      each,
      (one.get(each) ?? 0) + (other.get(each) ?? 0),
    ]),
  );

const inOrder = (one: Place, other: Place): number => one.line - other.line || one.column - other.column;

interface Asked {
  readonly changes: readonly Change[];
  readonly refusals: readonly RefusedStep[];
  readonly already: ReadonlyMap<Step['section'], number>;
}

/**
 * Asks these steps one after the other. A rehearsal goes on after a no, so that all are told; what rests on a refused
 * step is not asked, for its own no would say nothing. In earnest the first no is the last thing that happens.
 */
const askAll = async (
  { engine, random }: Pick<HouseImport, 'engine' | 'random'>,
  steps: readonly Step[],
  placeOf: ReadHouse['placeOf'],
  afterNo: 'goOn' | 'stop',
): Promise<Asked> => {
  const correlationId = random.uuid();
  const changes: Change[] = [];
  const refusals: RefusedStep[] = [];
  const already = new Map<Step['section'], number>();
  const missing = new Set<string>();
  for (const step of steps) {
    const rests = step.needs.some((each) => missing.has(each));
    const answer = rests ? undefined : await ask(engine, step, random.uuid(), correlationId);
    if (answer?.outcome === 'done') {
      if (answer.events.length > 0)
        changes.push({ ...placeOf(step.path), step, events: answer.events.map(({ type }) => type) });
      else already.set(step.section, (already.get(step.section) ?? 0) + 1);
      continue;
    }
    if (step.makes !== undefined) missing.add(step.makes);
    if (!answer) continue;
    const refusal = answer.outcome === 'refused' ? answer.refusal : ({ code: 'Busy' } as const);
    refusals.push({ ...placeOf(step.path), step, refusal });
    if (afterNo === 'stop') break;
  }
  return { changes, refusals: refusals.sort(inOrder), already };
};

/**
 * Reads a house, checks the whole of it, rehearses it, and only then records what differs from what is so. What is
 * not in the file stays as it is. Broken off, it is mended by doing it again.
 */
export const importHouse = async ({
  text,
  engine,
  random,
  dryRun,
  alone,
}: HouseImport): Promise<HouseAnswer> => {
  const read = readHouse(text);
  const problems = [...read.problems, ...problemsAgainst(read, await knownTo(engine, read))];
  if (problems.length > 0) return { outcome: 'wrong', problems: problems.sort(inOrder) };

  // Nothing is wrong with it: every entry has the shape of its section.
  const house = {
    ...read.entries,
    ...(read.leermeter === undefined ? {} : { leermeter: read.leermeter }),
  } as unknown as House;
  const rehearsed = await askAll({ engine: engine.rehearsal(), random }, planOf(house), read.placeOf, 'goOn');
  if (rehearsed.refusals.length > 0) return { outcome: 'refused', refusals: rehearsed.refusals, changes: [] };
  const { changes, already } = rehearsed;
  if (dryRun || changes.length === 0) return { outcome: 'done', changes, already };

  const differing = changes.map(({ step }) => step);
  const recorded = await alone(() => askAll({ engine, random }, differing, read.placeOf, 'stop'));
  if (recorded.refusals.length > 0)
    return { outcome: 'refused', refusals: recorded.refusals, changes: recorded.changes };
  return { outcome: 'done', changes: recorded.changes, already: together(already, recorded.already) };
};
