import {
  type DefinitionNamed,
  type IndicatorId,
  isOwn,
  namesIn,
  type OutcomeNorm,
} from '../../../../projections/figures/index.ts';

interface Words {
  readonly population: string;
  readonly counts: string;
  readonly decided: readonly string[];
}

const together = 'over meer jaren worden tellers en noemers opgeteld, zodat iedere student even zwaar weegt';
const countedNiveaus =
  'studenten van niveau 2, 3 en 4: alleen diploma’s van deze niveaus zijn succes, en Entree heeft geen norm';
const lastPrior = 'de vooropleiding is de laatste die tot en met t is vastgelegd';

/** What the definitions of the indicators say to a Dutch reader; the same as the English of the definition itself. */
export const indicatorWords: Readonly<Record<IndicatorId, Words>> = {
  instellingsverlater: {
    population: 'ingeschreven op 1 oktober (t)',
    counts: 'niet ingeschreven op de volgende 1 oktober (t’)',
    decided: [together],
  },
  jaarresultaat: {
    population:
      'wie hier van t tot en met de dag voor t’ een diploma van niveau 2-4 haalde, ook na t ingeschreven; en wie zonder diploma vertrok',
    counts: 'wie dat diploma haalde, en vertrok of verder ging',
    decided: [
      together,
      countedNiveaus,
      'een vertrekker met een diploma van een eerder jaar vertrok dit jaar zonder',
    ],
  },
  diplomaresultaat: {
    population: 'ingeschreven op t, niet ingeschreven op t’',
    counts: 'heeft een diploma van niveau 2-4 van deze school, van welk jaar ook tot de dag voor t’',
    decided: [together, countedNiveaus],
  },
  startersresultaat: {
    population: 'nieuw op t: ingeschreven op t en niet op de 1 oktober ervoor',
    counts: 'ingeschreven op t’, of vertrokken met een diploma van t tot de dag voor t’',
    decided: [together, 'studenten van Entree en hun diploma’s tellen mee, al is er geen norm voor'],
  },
  opstroom: {
    population: 'ingeschreven op t in niveau 2 of 3',
    counts: 'op t’ ingeschreven op een hoger niveau',
    decided: [together],
  },
  passendDiploma: {
    population: 'ingeschreven op t, niet ingeschreven op t’',
    counts:
      'heeft een diploma van deze school, van dit jaar of de vijf ervoor, op of boven het niveau dat bij de vooropleiding past',
    decided: [together, lastPrior],
  },
  kwalificatiewinst: {
    population:
      'ingeschreven op t, niet ingeschreven op t’, met een diploma van deze school van dit jaar of de vijf ervoor, en een bekende vooropleiding',
    counts: 'het diploma is op of boven het niveau dat bij de vooropleiding past',
    decided: [together, lastPrior],
  },
};

const switchWords: Readonly<Record<string, Omit<Words, 'decided'>>> = {
  all: { population: 'iedere switch van het schooljaar', counts: 'alle' },
  D1: {
    population: 'ingeschreven op t, BOL, niveau 2 of hoger, eerste mbo-jaar, rechtstreeks uit het vo',
    counts: 'op t’ ingeschreven in een ander domein; toegerekend aan het niveau op t',
  },
  D2: {
    population: 'BOL niveau 4 met een vmbo-diploma, voor het eerst hier op een 1 oktober: t',
    counts: 'ooit een ander domein, tot de dag waarop het bekend is',
  },
  D3: {
    population: 'eerste mbo-jaar op t, per vmbo-school',
    counts: 'op t’ een andere opleiding, of niet meer ingeschreven',
  },
  D5: {
    population: 'ingeschreven op t',
    counts: 'opstromer: op t’ op een hoger niveau; anders doorstromer: op t’ ingeschreven; anders uitstromer',
  },
  D6: { population: 'ingeschreven op t’', counts: 'op t niet in die opleiding' },
  D7: {
    population: 'startprogramma’s die in het schooljaar begonnen',
    counts: 'een switch naar een ander domein op of voor het (verlengde) einde van het startprogramma',
  },
};

/** Of a definition of a switch; of one’s own filter, its names are in its id. */
export const switchDefinitionWords = (id: string): Omit<Words, 'decided'> =>
  switchWords[id] ?? {
    population: 'iedere switch van het schooljaar',
    counts: `die van ieder genoemd kenmerk een genoemde waarde heeft: ${namesIn(id).join(', ')}`,
  };

const ownSources: Readonly<Record<string, string>> = {
  twin: 'het register op twee peildata naast wat er volgens de school gebeurde (naar MBO Raad, Instellingsverlater; CBS)',
  all: 'de switches van de school zelf, naar dimensie, moment en initiatief',
  evidence: 'de vijf bewijsstukken van een switch',
};

/** Where a definition comes from; a published one is named as it was published. */
export const sourceText = ({ id, source }: Pick<DefinitionNamed, 'id' | 'source'>): string =>
  isOwn(id) ? 'een eigen filter op de kenmerken van een switch' : (ownSources[id] ?? source);

/** A definition with where it comes from, in one line. */
export const definitionText = (definition: DefinitionNamed): string =>
  `${definition.id} ${definition.version}: ${sourceText(definition)}`;

/** Where a norm comes from, for who reads a report; of an example, that it is one. */
export const normSourceText = ({ confirmed, source }: Pick<OutcomeNorm, 'confirmed' | 'source'>): string =>
  confirmed
    ? source
    : 'norm niet bevestigd: een voorbeeld, uit geen bron die is gevonden; het Onderzoekskader 2021 (Stcrt. 2021, 34766) stelt normen vast';
