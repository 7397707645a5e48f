import type { Actor, Role } from '../../kernel/message.ts';
import type { StaffId } from '../staff/ids.ts';
import { hasRole, isOrStandsIn } from '../staff/state.ts';
import type { SabCaseCommand } from './commands.ts';
import type { SabCaseFacts } from './facts.ts';
import type { SabCaseRefusal } from './refusals.ts';
import type { SabCase } from './state.ts';

interface Asked<Command> {
  readonly actor: Actor;
  readonly command: Command;
  readonly now: SabCase;
  readonly facts: SabCaseFacts;
}
/** Whether the one who asks stands so to this case. */
type Relation<Command = SabCaseCommand> = (asked: Asked<Command>) => boolean;
type CommandOf<Type extends SabCaseCommand['type']> = Extract<SabCaseCommand, { readonly type: Type }>;

/** A role of the second line is what somebody's own stream says, not what he says. */
const holds =
  (role: Role): Relation<unknown> =>
  ({ actor, facts: { staff, today } }) => {
    const who = staff.get(actor.id as StaffId);
    return actor.role === role && who !== undefined && hasRole(who, role, today);
  };
const anAdviser = holds('adviser');
const coordinator = holds('sabCoordinator');

const isMeant = ({ actor, command, facts }: Asked<SabCaseCommand>, meant: StaffId | undefined): boolean =>
  meant !== undefined && isOrStandsIn(actor.id, meant, facts.staff.get(meant), [facts.today, command.on]);

/** The adviser who works on the case, or who stands in for him. */
const itsAdviser: Relation = (asked) => anAdviser(asked) && isMeant(asked, asked.now.adviser);

/** Who is responsible for the student now, or was so last. */
const responsibleCoach: Relation = (asked) => {
  const { coach, lastCoach } = asked.facts.trajectory;
  return asked.actor.role === 'coach' && isMeant(asked, coach?.id ?? lastCoach);
};

const theStudent: Relation = ({ actor, facts }) => actor.role === 'student' && actor.id === facts.student;

const ownerOf =
  (who: 'coach' | 'student', relation: Relation): Relation<CommandOf<'CompleteStep'>> =>
  (asked) =>
    asked.now.plan?.steps.get(asked.command.step)?.who === who && relation(asked);

const thanksAs =
  (
    from: CommandOf<'ThankForReferral'>['from'],
    ...relations: readonly Relation[]
  ): Relation<CommandOf<'ThankForReferral'>> =>
  (asked) =>
    asked.command.from === from && relations.some((relation) => relation(asked));

/** Who may ask what. Importer and simulator speak for whoever told them and are not listed. */
export const whoMayAsk: {
  readonly [Type in SabCaseCommand['type']]: readonly Relation<CommandOf<Type>>[];
} = {
  ReferToSab: [responsibleCoach],
  VoidCase: [({ actor }) => actor.role === 'system'],
  AcceptReferral: [anAdviser, coordinator],
  ReturnReferral: [anAdviser, coordinator],
  AssignCase: [itsAdviser, coordinator],
  RecordSabConversation: [itsAdviser, coordinator],
  DraftStepPlan: [itsAdviser, coordinator],
  RecordConsultation: [itsAdviser, coordinator],
  StartStepPlan: [itsAdviser, coordinator],
  CompleteStep: [itsAdviser, coordinator, ownerOf('coach', responsibleCoach), ownerOf('student', theStudent)],
  ReviseStepPlan: [itsAdviser, coordinator],
  PauseClock: [itsAdviser, coordinator],
  ResumeClock: [itsAdviser, coordinator],
  UseLoopbaanbox: [itsAdviser, coordinator],
  EscalateCase: [itsAdviser, coordinator],
  CloseCase: [itsAdviser, coordinator],
  ThankForReferral: [thanksAs('adviser', itsAdviser, coordinator), thanksAs('coach', responsibleCoach)],
};

const speakForOthers: readonly Role[] = ['importer', 'simulator'];

export const mayAsk = (
  actor: Actor,
  command: SabCaseCommand,
  now: SabCase,
  facts: SabCaseFacts,
): SabCaseRefusal | undefined => {
  const relations: readonly Relation<never>[] = whoMayAsk[command.type];
  const asked = { actor, command, now, facts } as Asked<never>;
  return speakForOthers.includes(actor.role) || relations.some((relation) => relation(asked))
    ? undefined
    : { code: 'NotYours', command: command.type, role: actor.role };
};
