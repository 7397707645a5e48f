import type { CalendarDate } from '../src/kernel/calendar-date.ts';
import type { Programme, Training } from '../src/domain/institution/ids.ts';
import type {
  AbsenceKind,
  Attendance,
  ConversationKind,
  Destination,
  Dimension,
  PortfolioArea,
  Rater,
  SignalRule,
  TrajectoryData,
} from '../src/domain/trajectory/events.ts';

type Sentences = { readonly [Type in keyof TrajectoryData]: (data: TrajectoryData[Type]) => string };

const months = [
  'jan.',
  'feb.',
  'mrt.',
  'apr.',
  'mei',
  'juni',
  'juli',
  'aug.',
  'sep.',
  'okt.',
  'nov.',
  'dec.',
];

const day = (date: CalendarDate): string =>
  `${Number(date.slice(8, 10))} ${months[Number(date.slice(5, 7)) - 1] ?? ''} ${date.slice(0, 4)}`;

const programme = ({ opleidingscode, niveau, leerweg, landschap }: Programme): string =>
  `${opleidingscode}${niveau === undefined ? '' : ` (niveau ${niveau})`} ${leerweg} in ${landschap}`;

const outcomes: Record<TrajectoryData['ScoutgesprekHeld']['outcome'], string> = {
  place: 'plaatsen',
  orientFurther: 'verder oriënteren',
  otherLandschap: 'een ander landschap',
  notYet: 'nog niet',
};

const choices: Record<TrajectoryData['StartProgrammeCompleted']['choice'], string> = {
  stay: 'blijven',
  switch: 'wisselen',
  stop: 'stoppen',
};

const changes: Record<Dimension, string> = {
  crebo: 'opleidingscode',
  kwalificatiedossier: 'kwalificatiedossier',
  domein: 'domein',
  niveauUp: 'hoger niveau',
  niveauDown: 'lager niveau',
  leerweg: 'leerweg',
  landschap: 'landschap',
};

const initiatives: Record<TrajectoryData['SwitchRequested']['initiative'], string> = {
  student: 'de student',
  coach: 'de coach',
  sab: 'SAB',
  bsa: 'een bindend studieadvies',
  fixus: 'een numerus fixus',
};

const places: Record<Destination['kind'], string> = {
  vo: 'voortgezet onderwijs',
  vavo: 'vavo',
  mbo: 'een andere mbo-school',
  hbo: 'het hbo',
  wo: 'de universiteit',
  pro: 'praktijkonderwijs',
  vso: 'voortgezet speciaal onderwijs',
  schoolAbroad: 'een school in het buitenland',
  otherSchool: 'een andere school',
  work: 'werk',
  emigrated: 'vertrokken naar het buitenland',
  care: 'zorg',
  unknown: 'onbekend',
  deceased: 'overleden',
};

const destination = ({ kind, confirmed }: Destination): string =>
  `${places[kind]}${kind === 'unknown' ? '' : confirmed ? ' (bevestigd)' : ' (niet bevestigd)'}`;

const withdrawn: Record<TrajectoryData['RegisterFactWithdrawn']['fact'], string> = {
  enrolment: 'een inschrijving',
  period: 'een periode van een inschrijving',
  end: 'een uitschrijving',
  diploma: 'een diploma',
};

const conversations: Record<ConversationKind, string> = {
  leermeter: 'Leermetergesprek',
  reflection: 'Reflectiegesprek',
  switch: 'Wisselgesprek',
  support: 'Steungesprek',
  career: 'Loopbaangesprek',
};

const ratedBy: Record<Rater, string> = {
  student: 'de student',
  coach: 'de coach',
  praktijkopleider: 'de praktijkopleider',
  other: 'iemand anders',
};

const areas: Record<PortfolioArea, string> = {
  leren: 'Leren',
  loopbaan: 'Loopbaan',
  burgerschap: 'Burgerschap',
  zingeving: 'Zingeving',
  ethiek: 'Ethiek',
  dialoog: 'Dialoog',
};

const absences: Record<AbsenceKind, string> = {
  V3: '16 uur in vier weken, onder de 18',
  V4: '16 uur in vier weken, vanaf 18',
  RMC: 'RMC, vanaf 18',
  LRV: 'langdurig relatief verzuim',
  L: 'luxeverzuim',
  O: 'overig verzuim',
};

const signals: Record<SignalRule, string> = {
  absence16Hours: '16 uur ongeoorloofd verzuim in vier weken',
  noConversation: 'te lang geen gesprek',
  lwpsOverdue: 'twee leerwerkprestaties te laat',
  bsaWarning: 'waarschuwing voor een negatief studieadvies',
  secondSwitchRequest: 'tweede wissel gevraagd binnen een jaar',
  landingNotWell: 'landing niet bevestigd of niet goed',
};

const trainings: Record<Training, string> = {
  workskills: 'Workskills',
  careerskills: 'Careerskills',
  leerdoor: 'Leerdoor',
};

const presence: Record<Attendance, string> = {
  present: 'aanwezig',
  excused: 'afgemeld',
  absent: 'afwezig',
};

/** What each event says to a reader, from its structural fields; an event without a sentence does not compile. */
const sentences: Sentences = {
  PriorEducationRecorded: ({ kind, diploma }) =>
    `Vooropleiding vastgelegd: ${kind}, diploma ${diploma === 'yes' ? 'behaald' : diploma === 'no' ? 'niet behaald' : 'onbekend'}.`,
  ExemptionRecorded: ({ kind, from, to, confirmed }) =>
    `Vrijstelling (${kind === 'leerplicht' ? 'leerplicht' : 'anders'}) vanaf ${day(from)}${to === undefined ? '' : ` tot en met ${day(to)}`}${confirmed ? ', bevestigd' : ', niet bevestigd'}.`,
  TrajectoryOpened: () => 'Eerste contact.',
  InfoshopVisited: ({ conversation }) =>
    conversation ? 'Bezoek aan de infoshop, met een gesprek.' : 'Bezoek aan de infoshop.',
  MeeloopdagAttended: ({ landschap }) => `Meegelopen in ${landschap}.`,
  MeeloopdagMissed: ({ landschap }) => `Niet verschenen op een meeloopdag in ${landschap}.`,
  BuddystageStarted: ({ field }) => `Buddystage begonnen: ${field}.`,
  BuddystageEnded: () => 'Buddystage afgerond.',
  TrajectoryMerged: () => 'Dubbel dossier: het traject gaat verder onder een ander nummer.',
  Applied: ({ landschap }) => `Aangemeld bij ${landschap}.`,
  ScoutAssigned: ({ landschap }) => `Een scout van ${landschap} ontvangt de aanmelding.`,
  ScoutgesprekPlanned: ({ landschap, plannedFor }) =>
    `Scoutgesprek bij ${landschap} gepland op ${day(plannedFor)}.`,
  ScoutgesprekMissed: ({ landschap }) => `Niet verschenen op het scoutgesprek bij ${landschap}.`,
  ScoutgesprekHeld: ({ landschap, outcome }) =>
    `Scoutgesprek gevoerd bij ${landschap}; uitkomst: ${outcomes[outcome]}.`,
  ApplicationRedirected: ({ from, to }) => `Aanmelding gaat van ${from} naar ${to}.`,
  ApplicationWithdrawn: ({ landschap }) => `Aanmelding bij ${landschap} ingetrokken.`,
  PlacedProvisionally: ({ programme: in_ }) => `Geplaatst in ${programme(in_)}.`,
  CoachAssigned: () => 'Een coach is verantwoordelijk.',
  EnrolledDefinitively: ({ on }) => `Definitief ingeschreven vanaf ${day(on)}.`,
  ProgrammeSpecified: ({ opleidingscode, on }) =>
    `Opleiding nader bepaald: ${opleidingscode} vanaf ${day(on)}.`,
  PlacementCancelled: () => 'De plaatsing gaat niet door.',
  ResponsibilityOffered: () => 'Een andere coach is gevraagd het over te nemen.',
  ResponsibilityMoved: ({ because }) =>
    because === 'switch'
      ? 'De nieuwe coach is verantwoordelijk, door de wissel.'
      : 'De verantwoordelijkheid is overgedragen aan een andere coach.',
  ResponsibilityDeclined: () => 'De gevraagde coach neemt het niet over.',
  StartProgrammeStarted: ({ on, endsOn }) => `Startprogramma van ${day(on)} tot en met ${day(endsOn)}.`,
  LwpHandedIn: ({ lwp }) => `Leerwerkprestatie ${lwp} ingeleverd.`,
  LwpAssessed: ({ lwp, verdict }) =>
    `Leerwerkprestatie ${lwp} beoordeeld: ${verdict === 'sufficient' ? 'voldoende' : 'onvoldoende'}.`,
  StartProgrammeExtended: ({ endsOn }) => `Startprogramma verlengd tot en met ${day(endsOn)}.`,
  StartProgrammeCompleted: ({ choice }) => `Startprogramma afgerond; keuze: ${choices[choice]}.`,
  SwitchRequested: ({ to, initiative, exceptionAgreedBy }) =>
    `Wissel gevraagd naar ${programme(to)}, op initiatief van ${initiatives[initiative]}${exceptionAgreedBy === undefined ? '' : ', na het startprogramma met akkoord van de teamleider'}.`,
  PlaceOffered: ({ from }) => `Plaats aangeboden vanaf ${day(from)}; de ontvangende coach is gevraagd.`,
  PlaceRefused: () => 'Het ontvangende landschap heeft geen plaats; de wissel gaat niet door.',
  StudentDeclined: () => 'De gevraagde coach neemt de student niet aan.',
  Switched: ({ on, from, to, dimensions }) =>
    `Gewisseld per ${day(on)}: van ${programme(from)} naar ${programme(to)}${dimensions.length === 0 ? '' : ` (anders: ${dimensions.map((each) => changes[each]).join(', ')})`}.`,
  LandingConfirmed: ({ wellReceived }) =>
    wellReceived ? 'Landing bevestigd: goed ontvangen.' : 'Landing bevestigd: niet goed ontvangen.',
  SwitchWithdrawn: () => 'De wissel is ingetrokken.',
  ConversationHeld: ({ kind, faceToFace, session }) =>
    `${conversations[kind]} gevoerd${session === undefined ? '' : ' in een groep'}${faceToFace ? '' : ', niet in persoon'}.`,
  RaterInvited: ({ rater, expiresOn }) =>
    `Gevraagd om in te vullen in de Leermeter: ${ratedBy[rater]}, tot en met ${day(expiresOn)}.`,
  LeermeterRated: ({ rater, scores }) =>
    `Leermeter ingevuld door ${ratedBy[rater]}: ${scores.map(({ competence, score }) => `${competence} ${score}`).join(', ')}.`,
  PortfolioItemAdded: ({ area, kind }) =>
    `Toegevoegd aan het portfolio (${areas[area]}): ${kind === 'product' ? 'een product' : 'een reflectie'}.`,
  GoalAgreed: ({ by }) => `Doel afgesproken${by === undefined ? '' : `, te halen op ${day(by)}`}.`,
  GoalReached: () => 'Doel gehaald.',
  BpvStarted: ({ international, plannedEnd }) =>
    `BPV begonnen${international ? ' in het buitenland' : ''}${plannedEnd === undefined ? '' : `, tot en met ${day(plannedEnd)}`}.`,
  BpvEnded: ({ hours }) => `BPV afgerond${hours === undefined ? '' : `, ${hours} uur`}.`,
  FinalPhaseEntered: () => 'De afrondende fase is begonnen.',

  AbsenceReportRecorded: ({ kind, from, to }) =>
    `Verzuim gemeld (${absences[kind]}): vanaf ${day(from)}${to === undefined ? '' : ` tot en met ${day(to)}`}.`,
  BsaWarningRecorded: () => 'Gewaarschuwd voor een negatief studieadvies.',
  BsaRecorded: ({ advice }) =>
    advice === 'positive'
      ? 'Bindend studieadvies: positief.'
      : 'Bindend studieadvies: negatief; de school begeleidt naar een andere opleiding.',
  ConcernRaised: () => 'Zorg uitgesproken.',
  SignalRaised: ({ rule }) => `Signaal: ${signals[rule]}.`,
  ReferredToSab: ({ urgent }) => `Verwezen naar het SAB${urgent ? ', met spoed' : ''}.`,
  SabReferralAccepted: () => 'Het SAB neemt de verwijzing aan.',
  SabReferralReturned: () => 'Het SAB geeft de verwijzing terug aan de coach.',
  SabPlanAgreed: () => 'Stappenplan van het SAB afgesproken.',
  SabCaseClosed: () => 'Het SAB heeft afgerond, met terugkoppeling aan de coach.',
  LoopbaanboxSessionAttended: () => 'Deelgenomen aan een groepssessie met de loopbaanbox.',
  TrainingEnrolled: ({ training }) => `Begonnen aan de training ${trainings[training]}.`,
  TrainingAttendanceRecorded: ({ training, attendance }) =>
    `Bijeenkomst van ${trainings[training]}: ${presence[attendance]}.`,
  TrainingCompleted: ({ training }) => `Training ${trainings[training]} afgerond.`,
  TrainingLeft: ({ training }) => `Gestopt met de training ${trainings[training]}.`,
  DiplomaAwarded: ({ opleidingscode, niveau }) =>
    `Diploma behaald: ${opleidingscode}${niveau === undefined ? '' : ` (niveau ${niveau})`}.`,
  MboVerklaringIssued: () => 'Mbo-verklaring uitgereikt.',
  FollowOnStarted: ({ on, programme: in_ }) =>
    `Vervolgopleiding na het diploma vanaf ${day(on)}: ${programme(in_)}.`,
  Left: ({ destination: to }) => `Laatste dag op school; bestemming: ${destination(to)}.`,
  DestinationRecorded: ({ destination: to }) => `Bestemming vastgelegd: ${destination(to)}.`,
  Returned: () => 'Teruggekomen op school.',
  Corrected: ({ never }) =>
    never ? 'Correctie: een eerder feit is er nooit geweest.' : 'Correctie van een eerder feit.',
  RegisterEnrolmentRecorded: ({ brin, enrolment, from }) =>
    `Register: inschrijving ${enrolment} bij ${brin} vanaf ${day(from)}.`,
  RegisterPeriodRecorded: ({ enrolment, from, opleidingscode, leertraject }) =>
    `Register: inschrijving ${enrolment} op ${opleidingscode} ${leertraject} vanaf ${day(from)}.`,
  RegisterEnrolmentEnded: ({ enrolment, until }) =>
    `Register: inschrijving ${enrolment} beëindigd na ${day(until)}.`,
  RegisterDiplomaRecorded: ({ opleidingscode, on }) => `Register: diploma ${opleidingscode} op ${day(on)}.`,
  RegisterFactWithdrawn: ({ fact }) => `Register: ${withdrawn[fact]} staat er niet meer in.`,
  DuoVerdictRecorded: ({ countYear, status, verdict }) =>
    `DUO ${status === 'definitive' ? 'definitief' : 'voorlopig'} over ${countYear}-${countYear + 1}: ${verdict === 'vsv' ? 'voortijdig schoolverlater' : 'geen voortijdig schoolverlater'}.`,
};

export const sentenceOf = <Type extends keyof TrajectoryData>(
  type: Type,
  data: TrajectoryData[Type],
): string => (sentences[type] as (data: TrajectoryData[Type]) => string)(data);
