import { workflowEvents, type WorkflowData } from '../../src/domain/workflow/events.ts';

type Sentence = string | ((step: string) => string);

const firstPart = (step: string): string => step.split('/')[0] ?? '';

const startProgramme = (step: string): string => {
  const [what, , week] = firstPart(step).split('-');
  return what === 'choice'
    ? `Bespreek in week ${week ?? ''} van het startprogramma welke keuze de student maakt.`
    : `Voer het gesprek van week ${week ?? ''} van het startprogramma.`;
};

/** What each workflow asks, in the words of the office: by workflow, and by the command that ends it. */
export const taskSentences: Readonly<Record<string, Readonly<Record<string, Sentence>>>> = {
  'an-application-gets-a-scoutgesprek': {
    'plan-scoutgesprek': 'Plan het scoutgesprek met deze aanmelder.',
    'record-scoutgesprek': 'Voer het scoutgesprek en leg vast wat eruit kwam.',
  },
  'who-orients-further-hears-from-the-scout': {
    'plan-scoutgesprek': 'Neem weer contact op met wie zich verder oriënteert, en plan een gesprek.',
  },
  'who-is-placed-gets-a-first-conversation': {
    'record-conversation': 'Voer het eerste gesprek met deze nieuwe student.',
  },
  'the-start-programme-has-its-conversations': { 'record-conversation': startProgramme },
  'the-start-programme-ends-with-a-choice': {
    'complete-start-programme': 'Leg vast wat de student na het startprogramma kiest.',
  },
  'enrolment-is-decided-before-the-peildatum': {
    'enrol-definitively': 'Schrijf de student vóór 1 oktober definitief in, of trek de plaatsing in.',
  },
  'the-two-accounts-agree-on-the-peildatum': {
    correct:
      'School en register zijn het over deze peildatum niet eens: corrigeer wat niet klopt, of trek deze taak in en zeg waarom het zo is.',
  },
  'who-asks-to-switch-gets-an-answer': {
    'offer-place': 'Bied een plek aan voor deze switch, of zeg dat die er niet is.',
  },
  'the-asked-coach-answers': {
    'accept-student': 'Zeg of u de student die wil wisselen ontvangt.',
  },
  'a-switch-lands': {
    'confirm-landing': 'Leg vast of de student na de switch goed geland is.',
  },
  'an-open-switch-is-decided-when-the-start-programme-is-over': {
    'withdraw-switch': 'Het startprogramma is voorbij: rond de open switch af of trek hem in.',
  },
  'a-negative-bsa-leads-to-another-programme': {
    'record-conversation': 'Bespreek een andere opleiding: het studieadvies was negatief.',
  },
  'a-leermetergesprek-is-held-every-period': {
    'record-conversation': 'Voer een leermetergesprek.',
  },
  'a-signal-is-talked-over': {
    'record-conversation': 'Voer een steungesprek: er is een signaal.',
  },
  'the-final-phase-offers-a-training': {
    'enrol-in-training': 'Bied Careerskills of Leerdoor aan.',
  },
  'whoever-depends-on-somebody-gone-is-handed-over': {
    'offer-responsibility':
      'Vraag een andere coach: wie verantwoordelijk is of gevraagd was, werkt hier niet meer.',
    'offer-place': 'Vraag een andere coach voor de switch: wie gevraagd was, werkt hier niet meer.',
    'redirect-application': 'Geef de aanmelding een andere scout: wie haar had, werkt hier niet meer.',
  },
  'a-referral-is-answered': {
    'accept-referral': 'Neem de verwijzing aan, of geef haar terug met een reden.',
  },
  'an-accepted-case-gets-a-plan': {
    'draft-step-plan': 'Maak een stappenplan.',
    'record-consultation': 'Overleg het stappenplan met de student en de coach.',
  },
  'a-step-is-done-on-its-date': {
    'complete-step': 'Doe de afgesproken stap, of pas het plan aan.',
  },
  'an-open-case-is-reviewed': {
    'record-sab-conversation': 'Bekijk deze zaak opnieuw: zij staat lang open.',
  },
  'who-leaves-without-startkwalificatie-is-followed': {
    'record-destination': 'Vraag waar de student na vertrek gebleven is.',
    'enrol-in-training': 'Bied Workskills aan wie zonder startkwalificatie vertrok.',
  },
  'what-was-kept-long-enough-is-erased': {
    'erase-data': 'Wis de gegevens waarvan de bewaartermijn voorbij is.',
  },
};

/** A task of a rule that this build no longer has says which command would end it. */
export const taskSentence = (workflow: string, does: string, step: string): string => {
  const sentence = taskSentences[workflow]?.[does];
  return typeof sentence === 'function' ? sentence(step) : (sentence ?? `Doe wat gevraagd is: ${does}.`);
};

type OfTasks = {
  readonly [
    Type in keyof WorkflowData as WorkflowData[Type] extends { readonly step: string } ? Type : never
  ]: WorkflowData[Type];
};
export type TaskEventType = Exclude<keyof OfTasks, 'TimerSet' | 'TimerIgnored' | 'SignalFound'>;

const sentences: { readonly [Type in TaskEventType]: (data: WorkflowData[Type]) => string } = {
  TaskAsked: ({ due }) => `Gevraagd, te doen uiterlijk op ${due}.`,
  TaskMoved: ({ due, standsStill }) =>
    standsStill ? 'De termijn staat stil.' : `Nu te doen uiterlijk op ${due}.`,
  TaskEscalated: ({ rung }) => `Niet op tijd gedaan: opgeschaald naar trede ${rung}.`,
  TaskEnded: () => 'Gedaan, of niet meer nodig.',
  TaskClaimed: () => 'Iemand neemt de taak op zich.',
  TaskReassigned: () => 'Aan iemand anders gevraagd.',
  TaskSnoozed: ({ until }) => `Opvolgen op ${until}; de termijn blijft staan.`,
  TaskWithdrawn: () => 'Ingetrokken.',
};

export const taskEventTypes = Object.keys(workflowEvents).filter((type): type is TaskEventType =>
  Object.hasOwn(sentences, type),
);

/** What an event says of a task; nothing, where it is not about one. */
export const taskEventSentence = (type: string, data: unknown): string | undefined => {
  const say = (sentences as Readonly<Record<string, (data: never) => string>>)[type];
  return say?.(data as never);
};
