import { type SabCaseEvent, sabCaseEvents } from '../../../src/domain/sab-case/events.ts';
import type { CaseId } from '../../../src/domain/sab-case/ids.ts';
import { isOpen, type SabCase, sabCaseReadable } from '../../../src/domain/sab-case/state.ts';
import { type TrajectoryEvent, trajectoryEvents } from '../../../src/domain/trajectory/events.ts';
import type { Trajectory } from '../../../src/domain/trajectory/state.ts';
import type { Happening, Told } from '../../../src/kernel/message.ts';
import { type EventDefinitions, wrongFields } from '../../../src/kernel/schema.ts';
import { canary } from './commands.ts';

/** Says which promise was broken, and by what. */
export class BrokenLaw extends Error {
  constructor(law: string, about: unknown) {
    super(`${law}\n${JSON.stringify(about)}`);
  }
}

const keeps = (holds: boolean, law: string, about: unknown): void => {
  if (!holds) throw new BrokenLaw(law, about);
};

const storable = (definitions: EventDefinitions, { type, data }: Happening): void => {
  const wrong = wrongFields(definitions[type]?.fields ?? {}, data, type);
  keeps(wrong === undefined, `not storable: ${wrong}`, data);
  const text = JSON.stringify(data);
  keeps(JSON.stringify(JSON.parse(text)) === text, 'not itself after storage', data);
};

/** What may be read of it by whoever may not read what was said. */
const structureOf = ({ type, data }: SabCaseEvent): unknown =>
  Object.entries(data).filter(
    ([name]) => (sabCaseEvents as EventDefinitions)[type]?.fields[name]?.classification === 'structural',
  );

const sings = (told: unknown): boolean => JSON.stringify(told).includes(canary);

/** All fields that are not structural: where words belong. */
export const fieldsForWords: readonly string[] = Object.entries(sabCaseEvents).flatMap(([type, { fields }]) =>
  Object.entries(fields)
    .filter(([, { classification }]) => classification !== 'structural')
    .map(([name]) => `${type}.${name}`),
);

export const singingFieldsOf = ({ type, data }: SabCaseEvent): readonly string[] =>
  Object.entries(data)
    .filter(([, value]) => sings(value))
    .map(([name]) => `${type}.${name}`);

export const caseEventKeeps = (event: SabCaseEvent): void => {
  storable(sabCaseEvents, event);
  keeps(!sings(structureOf(event)), 'words of a case stand in a structural field', event);
};

export const trajectoryEventKeeps = (event: TrajectoryEvent): void => {
  storable(trajectoryEvents, event);
};

/** What goes to the trajectory: the request and what is recorded of it. */
export const holdsNoContent = (told: unknown): void => {
  keeps(!sings(told), 'content of a case has come to the trajectory', told);
};

/** Worked out from the events alone: who had said yes to this draft by the day of the start, and who says so still. */
export const startedWithConsent = (log: readonly SabCaseEvent[]): void => {
  const start = log.at(-1);
  if (start?.type !== 'StepPlanStarted') return;
  const held = log
    .slice(log.findLastIndex(({ type }) => type === 'StepPlanDrafted'))
    .filter((event) => event.type === 'ConsultationHeld')
    .map(({ data }) => data)
    .toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
  for (const known of [held.filter(({ on }) => on <= start.data.on), held]) {
    const yes = new Map(known.map(({ with: whom, agreed }) => [whom, agreed]));
    const needed = ['student', 'coach', ...(known.at(-1)?.under16 ? ['parents'] : [])] as const;
    for (const whom of needed)
      keeps(yes.get(whom as 'coach') === true, `a plan started without the yes of: ${whom}`, log);
  }
};

/** A number says for ever which step is meant, and what was done is done. */
export const stepsStand = (log: readonly SabCaseEvent[], { plan }: SabCase): void => {
  const given = log.flatMap((event) =>
    event.type === 'StepPlanDrafted' || event.type === 'StepPlanRevised' ? event.data.steps : [],
  );
  keeps(new Set(given.map(({ step }) => step)).size === given.length, 'a step number was given twice', given);
  for (const { step, who, by } of given) {
    const kept = plan?.steps.get(step);
    keeps(kept?.who === who && kept.by === by, 'a step of an earlier plan can be read no more', { step });
  }
  for (const event of log)
    if (event.type === 'StepCompleted')
      keeps(plan?.steps.get(event.data.step)?.doneOn === event.data.on, 'a done step was forgotten', event);
};

/** Each day is waited for once. */
export const pausesApart = (log: readonly SabCaseEvent[]): void => {
  const turns = log.filter(({ type }) => type === 'ClockPaused' || type === 'ClockResumed');
  for (const [index, turn] of turns.entries()) {
    const before = turns[index - 1];
    const next = before?.type === 'ClockPaused' ? 'ClockResumed' : 'ClockPaused';
    keeps(turn.type === next, 'the clock stands still twice, or runs twice', turns);
    keeps(!before || before.data.on <= turn.data.on, 'two pauses overlap', turns);
  }
};

/** The one who was responsible is so still. */
export const sameCoach = (before: Trajectory, after: Trajectory): void => {
  keeps(
    before.coach?.id === after.coach?.id,
    'the coach changed by what the second line did',
    after.told.at(-1),
  );
};

/** When all that follows has followed. */
export const oneCase = (cases: ReadonlyMap<CaseId, SabCase>, { secondLine }: Trajectory): void => {
  const open = [...cases].filter(([, each]) => isOpen(each)).map(([id]) => id);
  keeps(open.length <= 1, 'two cases of a student are open', open);
  keeps(open[0] === secondLine.openCase, 'the trajectory holds another case for the open one', [
    open,
    secondLine.openCase,
  ]);
};

const namesOfNotes: { readonly [Type in SabCaseEvent['type']]?: TrajectoryEvent['type'] } = {
  CaseOpened: 'ReferredToSab',
  ReferralAccepted: 'SabReferralAccepted',
  ReferralReturned: 'SabReferralReturned',
  StepPlanStarted: 'SabPlanAgreed',
  CaseClosed: 'SabCaseClosed',
};

/** The trajectory has heard of every step of a case that was referred, in order, and of nothing of one that was not. */
export const wholeStory = (id: CaseId, log: readonly SabCaseEvent[], { told }: Trajectory): void => {
  const heard = told
    .filter(({ data }) => 'case' in data && data.case === id)
    .map(({ type, data }) => [type, (data as { readonly on: unknown }).on]);
  const happened = log.flatMap(({ type, data }) => {
    const name = namesOfNotes[type];
    return name ? [[name, data.on]] : [];
  });
  const referred = heard[0]?.[0] === 'ReferredToSab';
  keeps(
    JSON.stringify(heard) === JSON.stringify(referred ? happened : []),
    referred ? 'the trajectory has not heard the whole story' : 'the trajectory has heard of what never was',
    { id, heard, happened },
  );
};

/** Maps in a form that can be compared. */
const asText = (state: SabCase): string =>
  JSON.stringify(state, (_, value: unknown) => (value instanceof Map ? [...value] : value));

/** What was stored folds to what was decided on. */
export const foldsToTheSame = (
  log: readonly Told<SabCaseEvent>[],
  now: SabCase,
  fold: (now: SabCase, event: Told<SabCaseEvent>) => SabCase,
): void => {
  const again = (JSON.parse(JSON.stringify(log)) as typeof log).reduce(fold, sabCaseReadable.initial);
  keeps(asText(again) === asText(now), 'the log folds to another state', log);
};
