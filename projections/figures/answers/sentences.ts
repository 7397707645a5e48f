import type { EvidencePiece } from '../readings/evidence.ts';
import type { BesideBox, EvidenceBox, RegisterBox } from '../readings/twin.ts';
import type { VsvVerdict } from '../readings/vsv.ts';

/** Short Dutch sentences (B1): what an inspector sees, read after “Het register ziet ”. */
const seen: Readonly<Record<RegisterBox, string>> = {
  diplomaAndOn: 'een diploma en daarna een andere opleiding bij deze school',
  same: 'dezelfde opleiding',
  specified: 'dezelfde opleiding, nu preciezer gekozen',
  otherSameDomain: 'een andere opleiding in hetzelfde domein',
  otherDomain: 'een andere opleiding in een ander domein',
  otherDomainUnknown: 'een andere opleiding, waarvan het domein niet te vergelijken is',
  leftWithDiploma: 'een vertrek met diploma',
  leftWithout: 'een vertrek zonder diploma',
};

/** What happened, in the words of the school. */
const happened: Readonly<Record<EvidenceBox, string>> = {
  schoolSilent: 'De school heeft zelf niets vastgelegd; wat bekend is, komt uit het register.',
  diplomaAndOn: 'Na een diploma, of met een vervolgopleiding, gaat het leren hier verder.',
  returnedElsewhere: 'Eerst vertrokken, daarna teruggekomen in een andere opleiding.',
  returned: 'Eerst vertrokken, daarna teruggekomen in dezelfde opleiding.',
  guidedSwitch: 'Een switch met begeleiding; het bewijs is compleet.',
  switchEvidenceMissing: 'Een switch waarvan een deel van het bewijs mist.',
  switchedBack: 'Een switch, en daarna weer terug.',
  unexplainedChange: 'De opleiding is veranderd; waarom is niet vastgelegd.',
  stayed: 'Gebleven.',
  leftWithDiploma: 'Vertrokken met een diploma. Dit is geen VSV.',
  unexplainedLeaving: 'Niet meer ingeschreven; het vertrek is niet vastgelegd.',
  deceased: 'Overleden.',
  toOtherSchool: 'Naar een andere school, en daar op tijd ingeschreven. Dat is bevestigd.',
  toOtherSchoolGap: 'Naar een andere school, maar daar pas na de peildatum ingeschreven.',
  toOtherSchoolUnconfirmed: 'Waarschijnlijk naar een andere school; dat is nog niet zeker.',
  leftQualified: 'Vertrokken met een startkwalificatie. Dit is geen VSV.',
  leftOutsideVsv: 'Vertrokken, en om een andere reden geen VSV.',
  returnedLater: 'Vertrokken en daarna opnieuw geplaatst, maar op de peildatum nog niet ingeschreven.',
  leftOpen: 'Vertrokken; of dit VSV is, is nog niet te zeggen.',
  presumedVsv: 'Vertrokken zonder startkwalificatie; vermoedelijk VSV.',
};

const pieces: Readonly<Record<EvidencePiece, string>> = {
  conversation: 'het gesprek',
  motive: 'het motief',
  place: 'de aangeboden plaats',
  acceptance: 'het ja van de nieuwe coach',
  landing: 'de bevestiging dat het landde',
};
export const pieceWords = (missing: readonly EvidencePiece[]): string =>
  missing.map((each) => pieces[each]).join(', ');

/** Where one student stands in the register’s reading, and in that of the school. */
export const registerSentence = (register: RegisterBox): string => `Het register ziet ${seen[register]}.`;
export const evidenceSentence = (evidence: EvidenceBox, missing: readonly EvidencePiece[] = []): string =>
  missing.length === 0 ? happened[evidence] : `${happened[evidence]} Er mist: ${pieceWords(missing)}.`;

const students = (count: number): string => (count === 1 ? '1 student' : `${count} studenten`);

/** One cell of the flow matrix, told. */
export const flowSentence = (register: RegisterBox, evidence: EvidenceBox, count: number): string =>
  `${students(count)}. Het register ziet ${seen[register]}. ${happened[evidence]}`;

export const besideSentence = (where: BesideBox | 'switchBefore', count: number): string => {
  switch (where) {
    case 'definitive':
      return `${students(count)}: op de peildatum geplaatst maar nog niet ingeschreven, een jaar later wel ingeschreven.`;
    case 'placedOnly':
      return `${students(count)}: op de peildatum geplaatst, en een jaar later nog steeds niet ingeschreven.`;
    case 'gone':
      return `${students(count)}: op de peildatum geplaatst maar nog niet ingeschreven, een jaar later weg.`;
    case 'schoolOnly':
      return `${students(count)}: op de peildatum ingeschreven volgens de school, niet volgens het register.`;
    case 'switchBefore':
      return `${count === 1 ? '1 switch' : `${count} switches`} voor of op de peildatum: een register ziet die nooit.`;
  }
};

export const verdictSentence = (verdict: VsvVerdict['verdict'], count: number): string => {
  switch (verdict) {
    case 'no':
      return `${students(count)}: geen VSV.`;
    case 'open':
      return `${students(count)}: nog niet te zeggen. Er mist een feit dat de school niet zelf kan weten.`;
    case 'presumed':
      return `${students(count)}: vermoedelijk VSV. Alleen DUO kan dat vaststellen.`;
  }
};
