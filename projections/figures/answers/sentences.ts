import type { BesideBox, EvidenceBox, RegisterBox } from '../readings/twin.ts';
import type { VsvVerdict } from '../readings/vsv.ts';

/** Short Dutch sentences (B1), read after “12 studenten: het register ziet ”. */
const seen: Readonly<Record<RegisterBox, string>> = {
  diplomaAndOn: 'een diploma en daarna een andere opleiding hier',
  same: 'dezelfde opleiding',
  specified: 'dezelfde opleiding, nu preciezer gekozen',
  otherSameDomain: 'een andere opleiding in hetzelfde domein',
  otherDomain: 'een andere opleiding in een ander domein',
  otherDomainUnknown: 'een andere opleiding; van minstens één opleiding is het domein niet bekend',
  leftWithDiploma: 'dat de student weg is, met een diploma',
  leftWithout: 'dat de student weg is, zonder diploma',
};

const happened: Readonly<Record<EvidenceBox, string>> = {
  schoolSilent: 'De school zelf weet niets van deze studenten; ze staan alleen in het register.',
  diplomaAndOn: 'Zij haalden een diploma of begonnen een vervolgopleiding, en leren hier verder.',
  returnedElsewhere: 'Zij gingen weg, kwamen terug en doen nu iets anders.',
  returned: 'Zij gingen weg en kwamen terug in dezelfde opleiding.',
  guidedSwitch: 'Zij zijn met begeleiding geswitcht; het bewijs is compleet.',
  switchEvidenceMissing: 'Zij zijn geswitcht; van die switch mist bewijs.',
  switchedBack: 'Zij zijn geswitcht en weer teruggegaan.',
  unexplainedChange: 'Hun opleiding is veranderd; waarom is niet vastgelegd.',
  stayed: 'Zij zijn gebleven.',
  leftWithDiploma: 'Zij zijn met een diploma vertrokken en tellen niet als VSV.',
  unexplainedLeaving: 'Zij zijn niet meer ingeschreven; hun vertrek is niet vastgelegd.',
  deceased: 'Zij zijn overleden.',
  toOtherSchool: 'Zij leren verder op een andere school; dat is bevestigd.',
  toOtherSchoolGap: 'Zij gaan naar een andere school, maar zijn daar pas na de peildatum ingeschreven.',
  toOtherSchoolUnconfirmed: 'Zij gaan waarschijnlijk naar een andere school; dat is nog niet bevestigd.',
  leftQualified: 'Zij zijn vertrokken met een startkwalificatie en tellen niet als VSV.',
  leftOutsideVsv: 'Zij zijn vertrokken en tellen om een andere reden niet als VSV.',
  returnedLater:
    'Zij zijn vertrokken en daarna opnieuw geplaatst, maar op de peildatum nog niet ingeschreven.',
  leftOpen: 'Zij zijn vertrokken; of zij VSV zijn is nog niet te zeggen.',
  presumedVsv: 'Zij zijn vertrokken zonder startkwalificatie; zij tellen vermoedelijk als VSV.',
};

const students = (count: number): string => (count === 1 ? '1 student' : `${count} studenten`);

/** One cell of the flow matrix, told. */
export const flowSentence = (register: RegisterBox, evidence: EvidenceBox, count: number): string =>
  `${students(count)}: het register ziet ${seen[register]}. ${happened[evidence]}`;

export const besideSentence = (where: BesideBox | 'switchBefore', count: number): string => {
  switch (where) {
    case 'definitive':
      return `${students(count)}: op de peildatum geplaatst maar nog niet ingeschreven, een jaar later wel.`;
    case 'placedOnly':
      return `${students(count)}: op de peildatum geplaatst, en een jaar later nog steeds niet ingeschreven.`;
    case 'gone':
      return `${students(count)}: op de peildatum geplaatst maar nog niet ingeschreven, een jaar later weg.`;
    case 'schoolOnly':
      return `${students(count)}: op de peildatum ingeschreven volgens de school, niet volgens het register.`;
    case 'switchBefore':
      return `${count === 1 ? '1 switch' : `${count} switches`} voor of op de peildatum: die ziet het register nooit.`;
  }
};

export const verdictSentence = (verdict: VsvVerdict['verdict'], count: number): string => {
  switch (verdict) {
    case 'no':
      return `${students(count)}: geen VSV.`;
    case 'open':
      return `${students(count)}: nog niet te zeggen; er mist een feit dat de school niet zelf kan weten.`;
    case 'presumed':
      return `${students(count)}: vermoedelijk VSV. Alleen DUO kan dat vaststellen.`;
  }
};
