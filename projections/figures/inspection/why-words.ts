import type { BirthBand } from '../../../src/domain/student/events.ts';
import type { Peildata } from '../accounts/knowledge.ts';
import type { Counting, Leaving, UnknownFact } from '../readings/membership.ts';
import type { IndicatorId } from '../outcomes/indicators.ts';
import type { OutcomeStep } from '../outcomes/reading.ts';
import type { Unknown, VsvRule, VsvStep, VsvVerdict } from '../readings/vsv.ts';

/** Why somebody is not in the population of the register on t. */
export type OutOfPopulation =
  'merged' | 'notFundable' | 'examOnly' | 'registerSilent' | 'placedOnly' | 'notHere';

/** Short Dutch sentences (B1) that say why somebody is counted, or is not. */
export const outOfPopulationSays = (why: OutOfPopulation, { t }: Peildata): string => {
  switch (why) {
    case 'merged':
      return 'Dit traject is samengevoegd met een ander; dat telt nu voor beide.';
    case 'notFundable':
      return `Op ${t} alleen ingeschreven zonder bekostiging; die inschrijving telt niet mee.`;
    case 'examOnly':
      return `Op ${t} alleen ingeschreven voor een examen; die inschrijving telt niet mee.`;
    case 'registerSilent':
      return `Op ${t} ingeschreven volgens de school, maar niet volgens het register.`;
    case 'placedOnly':
      return `Op ${t} geplaatst, maar nog niet definitief ingeschreven.`;
    case 'notHere':
      return `Op ${t} hier niet geplaatst en niet ingeschreven.`;
  }
};

/** What a step of FIGURES.md §6 found that did not decide. */
export const passedSays: Readonly<Record<VsvStep, string>> = {
  V1: 'Ingeschreven op de eerste peildatum: doet mee in de telling.',
  V2: 'Niet te oud.',
  V3: 'Niet overleden, niet uit het bevolkingsregister, geen vrijstelling en niet naar pro of vso, voor zover bevestigd.',
  V4: 'Op de tweede peildatum hier niet meer ingeschreven.',
  V5: 'Op de tweede peildatum niet bevestigd ingeschreven bij een andere Nederlandse school.',
  V6: 'Geen startkwalificatie op of voor 31 december na de tweede peildatum.',
  V7: 'Geen mbo-1-diploma met bevestigd betaald werk.',
  V8: 'Er mist geen feit dat nog kan beslissen.',
  V9: 'Geen enkele stap besliste.',
};

export const ageSays = ({ age, on }: VsvRule, band: BirthBand | undefined): string =>
  band === undefined
    ? 'De leeftijd is niet bekend; daarop valt niemand af.'
    : `Jonger dan ${age} op ${on === '08-01' ? '1 augustus' : '1 oktober'} van het schooljaar.`;

const decided: Readonly<Record<VsvStep, string>> = {
  V1: 'Niet in de telling.',
  V2: 'Te oud voor de telling. Geen VSV.',
  V3: 'Overleden, uit het bevolkingsregister, vrijgesteld, of naar pro of vso. Geen VSV.',
  V4: 'Op de tweede peildatum hier ingeschreven. Geen VSV.',
  V5: 'Op de tweede peildatum ingeschreven bij een andere Nederlandse school; dat is bevestigd. Geen VSV.',
  V6: 'Heeft een startkwalificatie. Geen VSV.',
  V7: 'Heeft een mbo-1-diploma en betaald werk; dat is bevestigd. Geen VSV.',
  V8: 'Nog niet te zeggen.',
  V9: 'Niets van wat bekend is, maakt dat dit geen VSV is. Vermoedelijk VSV; alleen DUO kan dat vaststellen.',
};

export const stepSays = ({ step, verdict }: VsvVerdict): string =>
  step === 'V9' && verdict === 'no'
    ? 'Naar een school in het buitenland; die telt hier niet als VSV.'
    : decided[step];

const missing: Readonly<Record<Unknown, string>> = {
  enrolmentElsewhere: 'een bevestigde inschrijving bij een andere school',
  exemption: 'de bevestiging van een vrijstelling',
  job: 'de bevestiging van betaald werk',
  brp: 'de bevestiging uit het bevolkingsregister',
  age: 'de leeftijd',
  niveau: 'het niveau van een diploma',
  diploma: 'of een eerder diploma is behaald',
};

export const unknownsSay = (unknowns: readonly Unknown[]): string =>
  unknowns.length === 0 ? '' : ` Niet bekend: ${unknowns.map((each) => missing[each]).join(', ')}.`;

/** By which condition of its population a definition leaves somebody out. */
export const leavingSays = (why: Leaving, { t, t2 }: Peildata): string => {
  switch (why) {
    case 'notEnrolledOnT':
      return `Op ${t} niet ingeschreven.`;
    case 'notEnrolledOnT2':
      return `Op ${t2} niet ingeschreven.`;
    case 'notBol':
      return `Op ${t} niet in de BOL.`;
    case 'otherNiveau':
      return `Op ${t} op een niveau dat deze definitie niet telt.`;
    case 'notFirstMboYear':
      return 'Niet in het eerste jaar op het mbo.';
    case 'notStraightFromVo':
      return 'Niet rechtstreeks van het voortgezet onderwijs gekomen.';
    case 'notFromVmbo':
      return 'Niet van het vmbo gekomen.';
    case 'notFirst1October':
      return `${t} is niet de eerste 1 oktober hier.`;
    case 'noVmboDiploma':
      return 'Geen vmbo-diploma.';
    case 'noStartProgramme':
      return 'In dit schooljaar geen startprogramma begonnen.';
    case 'noSwitch':
      return 'In dit schooljaar geen switch.';
  }
};

export const unknownFactSays: Readonly<Record<UnknownFact, string>> = {
  niveau: 'Het niveau van de opleiding is niet bekend.',
  priorEducation: 'De vooropleiding is niet bekend.',
  firstMboEnrolment: 'Niet bekend is wanneer de eerste inschrijving op een mbo begon.',
  vmboSchool: 'Niet bekend is van welke vmbo-school.',
  vmboDiploma: 'Niet bekend is of het vmbo-diploma is behaald.',
};

export const countingSays = (why: Counting, { t2 }: Peildata): string => {
  switch (why) {
    case 'otherDomein':
      return 'Ingeschreven in een ander domein.';
    case 'sameDomein':
      return `Op ${t2} ingeschreven in hetzelfde domein.`;
    case 'domeinNotKnown':
      return 'Van minstens een van de twee opleidingen is het domein niet bekend.';
    case 'neverOtherDomein':
      return 'Tot nu toe niet in een ander domein ingeschreven geweest.';
    case 'otherOpleiding':
      return 'Ingeschreven in een andere opleiding.';
    case 'sameOpleiding':
      return 'Ingeschreven in dezelfde opleiding.';
    case 'higherNiveau':
      return `Op ${t2} op een hoger niveau.`;
    case 'notHigherNiveau':
      return `Op ${t2} ingeschreven, niet op een hoger niveau.`;
    case 'notEnrolledAnyMore':
      return `Op ${t2} niet meer ingeschreven.`;
    case 'switchedInside':
      return 'Naar een ander domein geswitcht voor het einde van het startprogramma.';
    case 'notSwitchedInside':
      return 'Binnen het startprogramma niet naar een ander domein geswitcht.';
    case 'switched':
      return 'In dit schooljaar geswitcht.';
  }
};

const outcomeDecided: Readonly<Record<OutcomeStep, string>> = {
  left: 'Op de tweede peildatum hier niet meer ingeschreven.',
  stays: 'Op de tweede peildatum hier nog ingeschreven.',
  diplomaThisYear: 'Haalde hier dit jaar een diploma van niveau 2, 3 of 4.',
  leftWithoutDiploma: 'Vertrok dit jaar, en haalde hier dit jaar geen diploma van niveau 2, 3 of 4.',
  hasDiploma: 'Vertrok met een diploma van deze school van niveau 2, 3 of 4.',
  noDiploma: 'Vertrok zonder een diploma van deze school van niveau 2, 3 of 4.',
  stillHere: 'Nieuw dit jaar, en op de tweede peildatum hier nog ingeschreven.',
  leftWithDiploma: 'Nieuw dit jaar, en vertrokken met een diploma.',
  leftWithout: 'Nieuw dit jaar, en vertrokken zonder diploma.',
  higherNiveau: 'Op de tweede peildatum op een hoger niveau ingeschreven.',
  notHigherNiveau: 'Op de tweede peildatum niet op een hoger niveau ingeschreven.',
  atOrAboveExpected: 'Vertrok met een diploma op of boven het niveau dat bij de vooropleiding past.',
  belowExpected: 'Vertrok zonder een diploma op of boven het niveau dat bij de vooropleiding past.',
};

/** What decided whether somebody counts in an indicator of study success. */
export const outcomeSays = (indicator: IndicatorId, step: OutcomeStep): string =>
  indicator === 'passendDiploma' && step === 'noDiploma'
    ? 'Vertrok zonder een diploma van deze school van dit jaar of de vijf ervoor.'
    : outcomeDecided[step];

/** By which condition of its population an indicator leaves somebody out. */
export const outcomeOutSays = (indicator: IndicatorId, { t, t2 }: Peildata): string => {
  switch (indicator) {
    case 'instellingsverlater':
      return `Op ${t} hier niet ingeschreven.`;
    case 'jaarresultaat':
      return `Haalde hier tussen ${t} en ${t2} geen diploma van niveau 2, 3 of 4 en vertrok niet, of was op ${t} op een ander niveau ingeschreven.`;
    case 'diplomaresultaat':
      return `Op ${t} hier niet ingeschreven op niveau 2, 3 of 4, of op ${t2} nog ingeschreven.`;
    case 'startersresultaat':
      return `Op ${t} hier niet nieuw ingeschreven.`;
    case 'opstroom':
      return `Op ${t} hier niet ingeschreven op niveau 2 of 3.`;
    case 'passendDiploma':
      return `Op ${t} hier niet ingeschreven, of op ${t2} nog wel.`;
    case 'kwalificatiewinst':
      return `Vertrok niet tussen ${t} en ${t2}, of zonder diploma van deze school, of de vooropleiding is niet bekend.`;
  }
};

export const outcomeNotKnownSays =
  'Niet te zeggen: een niveau, van een diploma of van de opleiding, is niet bekend.';
