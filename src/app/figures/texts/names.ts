import {
  type Boxes,
  type BridgeLine,
  type FiguresReport,
  pathName,
  type Split,
  type SwitchCount,
  type Unknown,
} from '../../../../projections/figures/index.ts';

/** The boxes in two or three Dutch words, for where a sentence does not fit. */
export const registerNames: Readonly<Record<Boxes['register'], string>> = {
  diplomaAndOn: 'diploma en verder',
  same: 'zelfde opleiding',
  specified: 'zelfde opleiding, preciezer gekozen',
  otherSameDomain: 'andere opleiding, zelfde domein',
  otherDomain: 'ander domein',
  otherDomainUnknown: 'andere opleiding, domein niet bekend',
  leftWithDiploma: 'vertrokken met diploma',
  leftWithout: 'vertrokken zonder diploma',
};

export const evidenceNames: Readonly<Record<Boxes['evidence'], string>> = {
  schoolSilent: 'de school zegt niets',
  diplomaAndOn: 'diploma en verder',
  returnedElsewhere: 'terug in een andere opleiding',
  returned: 'terug in dezelfde opleiding',
  guidedSwitch: 'begeleide switch',
  switchEvidenceMissing: 'switch waarvan bewijs mist',
  switchedBack: 'switch en weer terug',
  unexplainedChange: 'verandering zonder uitleg',
  stayed: 'gebleven',
  leftWithDiploma: 'vertrokken met diploma',
  unexplainedLeaving: 'weg, vertrek niet vastgelegd',
  deceased: 'overleden',
  toOtherSchool: 'naar een andere school, bevestigd',
  toOtherSchoolGap: 'naar een andere school, na de peildatum',
  toOtherSchoolUnconfirmed: 'naar een andere school, niet bevestigd',
  leftQualified: 'vertrokken met startkwalificatie',
  leftOutsideVsv: 'vertrokken, om een andere reden geen VSV',
  returnedLater: 'later opnieuw geplaatst',
  leftOpen: 'vertrokken, nog niet te zeggen',
  presumedVsv: 'vertrokken, vermoedelijk VSV',
};

export const verdictNames: Readonly<Record<Boxes['verdict'], string>> = {
  no: 'geen VSV',
  open: 'nog niet te zeggen',
  presumed: 'vermoedelijk VSV',
};

/** A verdict with the step of FIGURES.md §6 of the specification that decided it. */
export const verdictText = ({ verdict, step }: Pick<Boxes, 'verdict' | 'step'>): string =>
  `${verdictNames[verdict]} (${step})`;

export const unknownNames: Readonly<Record<Unknown, string>> = {
  enrolmentElsewhere: 'inschrijving bij een andere school',
  exemption: 'vrijstelling',
  job: 'betaald werk',
  brp: 'bevolkingsregister',
  age: 'leeftijd',
  niveau: 'niveau van een diploma',
  diploma: 'eerder diploma',
};

export const splitNames = {
  landschap: 'Landschap',
  domein: 'Domein',
  niveau: 'Niveau',
  leerweg: 'Leerweg',
  crebo: 'Opleiding',
  cohort: 'Cohort',
  initiative: 'Initiatief van de switch',
  moment: 'Moment van de switch',
} as const satisfies Readonly<Record<Split, string>>;

const notKnownName = 'niet bekend';

/** A value of a split; a code that a school gave is called by it. */
export const splitValueName = (value: string): string =>
  value === 'unknown' ? notKnownName : (pathName(value) ?? value);

const attributeNames: Readonly<Record<string, string>> = {
  dimension: 'wat er anders werd',
  moment: 'moment',
  initiative: 'initiatief',
  school: 'vmbo-school',
  niveau: 'niveau',
};
const dimensionNames: Readonly<Record<string, string>> = {
  crebo: 'opleiding',
  niveauUp: 'niveau omhoog',
  niveauDown: 'niveau omlaag',
};

/** By what a count of switches is told apart, and its value; both empty when it is of all. */
export const attributeOf = (counted: SwitchCount): readonly [name: string, value: string] => {
  const [[name, value] = ['', '']] = Object.entries(counted).filter(
    ([key]) => key !== 'count' && key !== 'counted',
  );
  const said = String(value);
  return [attributeNames[name] ?? name, dimensionNames[said] ?? splitValueName(said)];
};

const standsByNames: Readonly<Record<string, string>> = {
  true: 'ja',
  false: 'nee',
  out: 'niet in de populatie',
  notKnown: 'niet te zeggen',
};

/** Whether a definition counts somebody, or as what. */
export const countedName = (counted: boolean | string): string =>
  standsByNames[String(counted)] ?? String(counted);

/** Where somebody stands in a figure: in a box, under a verdict, or as what a definition counts them. */
export const standsAsName = (as: string): string =>
  ({ ...registerNames, ...evidenceNames, ...verdictNames })[as] ?? as;

const partNames: Readonly<Record<BridgeLine['part'], string>> = {
  population: 'populatie',
  register: 'register',
  evidence: 'wat er gebeurde',
  verdict: 'oordeel',
};

/** A total of the bridge, and which of its kind. */
export const totalOf = ({
  part,
  value,
}: Pick<BridgeLine, 'part' | 'value'>): readonly [part: string, value: string] => [
  partNames[part],
  part === 'population' ? 'alle' : standsAsName(value),
];

type Parameters = FiguresReport['parameters'];

export const parameterNames: Readonly<Record<keyof Parameters, string>> = {
  fundableOnly: 'Alleen bekostigbare inschrijvingen',
  examOnly: 'Examendeelnemers',
  foreignSchool: 'Naar een school in het buitenland',
  ageRule: 'Leeftijdsregel',
  landingTerm: 'Schooldagen tot een switch geland moet zijn',
};

/** How a parameter is set; the rule of age is named by the definition that it is. */
export const parameterValueNames = ({
  fundableOnly,
  examOnly,
  foreignSchool,
  ageRule,
  landingTerm,
}: Parameters): Readonly<Record<keyof Parameters, string>> => ({
  fundableOnly: fundableOnly ? 'ja' : 'nee',
  examOnly: examOnly === 'in' ? 'tellen mee' : 'tellen niet mee',
  foreignSchool: foreignSchool === 'vsv' ? 'telt als vermoedelijk VSV' : 'telt niet als VSV',
  ageRule,
  landingTerm: String(landingTerm),
});
