import type { Words } from './problem.ts';

/** Why guidance, a training or a SAB case is not recorded so. */
export const guidanceWords = {
  IdInUse: {
    nl: 'Dit nummer is al ergens anders voor gebruikt; gebruik een nieuwe UUID.',
    en: 'This id names something else already; use a new UUID.',
  },
  InvalidExpiry: {
    nl: 'Een uitnodiging loopt hoogstens 90 dagen en niet korter dan de dag zelf.',
    en: 'An invitation runs for at most 90 days, and not for less than its own day.',
  },
  UnknownInvitation: {
    nl: 'Deze uitnodiging is niet bekend; vraag de school om een nieuwe.',
    en: 'This invitation is not known; ask the school for a new one.',
  },
  InvitationUsed: {
    nl: 'Met deze uitnodiging is al beoordeeld; zij werkt één keer.',
    en: 'This invitation was used; it works once.',
  },
  InvitationExpired: {
    nl: 'Deze uitnodiging is verlopen; vraag de school om een nieuwe.',
    en: 'This invitation has expired; ask the school for a new one.',
  },
  NothingRated: {
    nl: 'Er is niets beoordeeld: geef minstens één competentie een score.',
    en: 'Nothing is rated: give at least one competence a score.',
  },
  UnknownCompetence: {
    nl: 'Deze competentie staat niet in de Leermeter van de school.',
    en: 'This competence is not in the Leermeter of the school.',
  },
  RatedTwice: {
    nl: 'Deze competentie staat er tweemaal in.',
    en: 'This competence is in it twice.',
  },
  ScoreOffScale: {
    nl: 'Deze score valt buiten de schaal van de Leermeter.',
    en: 'This score is off the scale of the Leermeter.',
  },
  UnknownGoal: {
    nl: 'Dit doel is met deze student niet afgesproken.',
    en: 'This goal was not agreed with this student.',
  },
  GoalAlreadyReached: { nl: 'Dit doel is al bereikt.', en: 'This goal was reached already.' },
  UnknownBpv: {
    nl: 'Deze bpv is bij deze student niet bekend.',
    en: 'This student has no such practical training.',
  },
  BpvAlreadyEnded: { nl: 'Deze bpv is al afgelopen.', en: 'This practical training is over already.' },
  AlreadyInFinalPhase: {
    nl: 'De student is al in de eindfase van deze opleiding.',
    en: 'The student is in the final phase of this programme already.',
  },

  NotAtRisk: {
    nl: 'Workskills is voor wie een lopende SAB-casus of een signaal heeft, of zonder startkwalificatie vertrokken is.',
    en: 'Workskills is for who has an open SAB case or a signal, or has left without a startkwalificatie.',
  },
  NotInFinalPhase: {
    nl: 'Deze training is voor wie in de eindfase is.',
    en: 'This training is for who is in the final phase.',
  },
  UnknownTrainingGroup: {
    nl: 'Deze trainingsgroep is niet bekend.',
    en: 'This training group is not known.',
  },
  GroupIsOver: {
    nl: 'Deze trainingsgroep is op die dag al afgelopen.',
    en: 'This training group is over on that day.',
  },
  AlreadyInTraining: {
    nl: 'De student volgt deze training al.',
    en: 'The student is in this training already.',
  },
  NotInTraining: {
    nl: 'De student volgt deze training niet.',
    en: 'The student is not in this training.',
  },
  AttendanceAlreadyRecorded: {
    nl: 'De aanwezigheid bij deze bijeenkomst is al vastgelegd; een correctie kan haar rechtzetten.',
    en: 'The attendance at this session is recorded already; a correction can put it right.',
  },

  CaseAlreadyOpen: {
    nl: 'Er loopt voor deze student al een SAB-casus.',
    en: 'A SAB case of this student is open already.',
  },
  CaseIdInUse: {
    nl: 'Dit nummer is al van een andere SAB-casus; gebruik een nieuwe UUID.',
    en: 'This id belongs to another SAB case; use a new UUID.',
  },
  SupportConversationMissing: {
    nl: 'Voer eerst zelf een steungesprek, of geef aan dat het spoed heeft.',
    en: 'First have a support conversation yourself, or say that it is urgent.',
  },
  CaseNotOpen: {
    nl: 'Deze SAB-casus staat niet open.',
    en: 'This SAB case is not open.',
  },
  ReferralNotAccepted: {
    nl: 'Deze aanmelding bij SAB is nog niet aangenomen.',
    en: 'This referral to SAB is not accepted yet.',
  },
  ReferralAlreadyAccepted: {
    nl: 'Deze aanmelding bij SAB is al aangenomen.',
    en: 'This referral to SAB is accepted already.',
  },
  NoSteps: { nl: 'Een stappenplan heeft minstens één stap.', en: 'A stappenplan has at least one step.' },
  StepDueBeforePlan: {
    nl: 'Een stap zou klaar moeten zijn voordat het plan er was.',
    en: 'A step would be due before there was a plan.',
  },
  StepPlanMissing: {
    nl: 'Er is nog geen stappenplan om het over te hebben.',
    en: 'There is no stappenplan to talk over yet.',
  },
  StepPlanAlreadyStarted: {
    nl: 'Het stappenplan loopt al; herzie het in plaats van een nieuw te maken.',
    en: 'The stappenplan runs already; revise it instead of drafting another.',
  },
  StepPlanNotStarted: {
    nl: 'Het stappenplan loopt nog niet.',
    en: 'The stappenplan does not run yet.',
  },
  ConsultationMissing: {
    nl: 'Bespreek het stappenplan eerst met de student en met de coach, tot zij het ermee eens zijn.',
    en: 'First talk the stappenplan over with the student and with the coach, until they agree.',
  },
  ParentsNotConsulted: {
    nl: 'De student is jonger dan 16, of de leeftijd is niet bekend: ook de ouders moeten ermee instemmen.',
    en: 'The student is under 16, or the age is not known: the parents must agree as well.',
  },
  UnknownStep: {
    nl: 'Deze stap staat niet in het stappenplan dat nu loopt.',
    en: 'This step is not in the stappenplan that runs now.',
  },
  StepAlreadyDone: { nl: 'Deze stap is al gezet.', en: 'This step is done already.' },
  ClockAlreadyPaused: {
    nl: 'De termijnen van deze casus staan al stil.',
    en: 'The terms of this case stand still already.',
  },
  ClockNotPaused: {
    nl: 'De termijnen van deze casus lopen gewoon.',
    en: 'The terms of this case are running.',
  },
} as const satisfies Readonly<Record<string, Words>>;
