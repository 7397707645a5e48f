import type { CaseOutcome, Consulted, SabCaseData, WaitingFor } from '../../src/domain/sab-case/events.ts';

type Sentences = { readonly [Type in keyof SabCaseData]: (data: SabCaseData[Type]) => string };

const outcomes: Record<CaseOutcome, string> = {
  goesOn: 'de student gaat verder',
  switches: 'de student wisselt van opleiding',
  training: 'de student volgt een training',
  careElsewhere: 'de student krijgt hulp buiten de school',
  leaves: 'de student gaat van school',
  contactLost: 'er is geen contact meer',
  other: 'anders',
};

const withWhom: Record<Consulted, string> = {
  student: 'de student',
  coach: 'de coach',
  parents: 'de ouders',
};

const forWhom: Record<WaitingFor, string> = {
  student: 'de student',
  parents: 'de ouders',
  coach: 'de coach',
  thirdParty: 'iemand buiten de school',
};

const steps = ({ length }: readonly unknown[]): string => (length === 1 ? '1 stap' : `${length} stappen`);

/** What each event says to a reader, from its structural fields; an event without a sentence does not compile. */
const sentences: Sentences = {
  CaseOpened: ({ urgent }) => `De coach vraagt het SAB om hulp${urgent ? ', met spoed' : ''}.`,
  CaseVoided: () => 'Deze verwijzing telt niet: er liep al een zaak, of de student was al weg.',
  ReferralAccepted: () => 'Het SAB neemt de vraag aan.',
  ReferralReturned: () => 'Het SAB geeft de vraag terug aan de coach.',
  CaseAssigned: () => 'Een andere studentadviseur werkt verder aan de zaak.',
  SabConversationHeld: ({ faceToFace }) =>
    `Gesprek met het SAB gevoerd${faceToFace ? '' : ', niet in persoon'}.`,
  StepPlanDrafted: ({ version, steps: planned }) => `Stappenplan ${version} opgesteld: ${steps(planned)}.`,
  ConsultationHeld: ({ with: whom, agreed }) =>
    `Stappenplan besproken met ${withWhom[whom]}: ${agreed ? 'akkoord' : 'niet akkoord'}.`,
  StepPlanStarted: ({ version }) => `Stappenplan ${version} is begonnen.`,
  StepCompleted: ({ step }) => `Stap ${step} is gedaan.`,
  StepPlanRevised: ({ version, steps: planned }) =>
    `Het plan is aangepast: stappenplan ${version} met ${steps(planned)}.`,
  ClockPaused: ({ waitingFor }) => `De termijnen staan stil: wachten op ${forWhom[waitingFor]}.`,
  ClockResumed: () => 'De termijnen lopen weer.',
  LoopbaanboxUsed: () => 'Gewerkt met de loopbaanbox.',
  CaseEscalated: ({ to }) =>
    `Hulp gevraagd aan ${to === 'sabCoordinator' ? 'de SAB-coördinator' : 'de opleidingsmanager'}.`,
  CaseClosed: ({ outcome }) => `De zaak is afgesloten: ${outcomes[outcome]}.`,
  ThankedForReferral: ({ from }) =>
    from === 'adviser' ? 'Het SAB bedankt de coach.' : 'De coach bedankt het SAB.',
};

export const caseSentenceOf = <Type extends keyof SabCaseData>(type: Type, data: SabCaseData[Type]): string =>
  (sentences[type] as (data: SabCaseData[Type]) => string)(data);
