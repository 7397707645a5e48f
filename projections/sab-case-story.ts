import type { StoryEvent, StorySource } from '../src/kernel/projection.ts';
import type { Told } from '../src/kernel/message.ts';
import { type SabCaseEvent, sabCaseEvents } from '../src/domain/sab-case/events.ts';
import { type SabCase, sabCaseReadable } from '../src/domain/sab-case/state.ts';

/** Cases of the second line, each a story of its own: none ever becomes part of another. */
export const sabCaseStories: StorySource = {
  prefix: 'sabCase-',
  events: sabCaseEvents,
  joining: new Set<string>(),
  joins: () => undefined,
};

/** An event of a case as the log has it, whoever read it there. */
export type CaseEvent = Pick<StoryEvent, 'id' | 'type' | 'data' | 'commandId'>;

/** The facts of a case, told by their names. */
export const toldOf = (events: readonly CaseEvent[]): readonly Told<SabCaseEvent>[] =>
  events.map(({ type, data, id, commandId }) => ({ type, data, id, commandId }) as Told<SabCaseEvent>);

/** The fold that the decider rests on, of recorded events. */
export const caseOf = (told: readonly Told<SabCaseEvent>[]): SabCase =>
  told.reduce((now, event) => sabCaseReadable.evolve(now, event), sabCaseReadable.initial);
