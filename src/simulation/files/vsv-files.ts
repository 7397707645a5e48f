import type { CatalogueEntry } from '../../domain/institution/catalogue.ts';
import type { Niveau, Programme } from '../../domain/institution/ids.ts';
import type { Named } from './ro-file.ts';

/** One student of a start population, with the programme in which he was enrolled on 1 October. */
export interface Counted {
  readonly person: Named;
  readonly programme: Programme;
  readonly niveau: Niveau | undefined;
  readonly entry: CatalogueEntry | undefined;
}

/** Columns as DUO delivers them (reference/domain.md §1.3 of the specification). */
const before =
  '#BURGERSERVICENUMMER;ONDERWIJSNUMMER;GEBOORTEDATUM;GESLACHT;ACHTERNAAM;VOORVOEGSEL;VOORNAMEN;POSTCODE_CIJFERS;RMC_REGIO;RMC_REGIO_NAAM;GEMCODE;GEMEENTENAAM;BRIN;BRIN_VOLGNR;BRIN_VEST_NAAM;NIVEAU;ONDERWIJSSOORT;CREBO;CREBO_OMSCHRIJVING';
const after =
  'ONDERWIJSAANBIEDER_CODE;ONDERWIJSAANBIEDER_NAAM;ONDERWIJSLOCATIE_CODE;ONDERWIJSLOCATIE_STRAATNAAM;ONDERWIJSLOCATIE_HUISNUMMER;ONDERWIJSLOCATIE_HUISNUMMER_TOEVOEGING;ONDERWIJSLOCATIE_POSTCODE;ONDERWIJSLOCATIE_PLAATSNAAM';

const dutchDate = (iso: string): string => iso.split('-').reverse().join('-');

const nameParts = (name: string): readonly [string, string, string] => {
  const [first = '', ...rest] = name.split(' ');
  const prefix = rest.slice(0, -1).filter((word) => word === word.toLowerCase());
  return [rest.slice(prefix.length).join(' '), prefix.join(' '), first];
};

const row = (brin: string, { person, programme, niveau, entry }: Counted, extra: readonly string[]): string =>
  [
    person.bsn,
    person.onderwijsnummer,
    dutchDate(person.birthDate),
    person.gender,
    ...nameParts(person.name),
    ...['8000', 'REGIO 10', 'IJssel-Vecht', '193', 'ZWOLLE'],
    brin,
    brin,
    '',
    niveau === undefined ? '' : `Mbo${niveau} opleidingen`,
    programme.leerweg,
    programme.opleidingscode,
    (entry?.name ?? '').replaceAll(';', ','),
    ...extra,
    ...['', '', '', '', '', '', '', ''],
  ].join(';');

/** The start population of a count year (NRSP). */
export function* nrspLines(brin: string, population: readonly Counted[]): Generator<string> {
  yield `${before};${after}`;
  for (const counted of population) yield row(brin, counted, []);
}

/** "Namen en rugnummers": the VSV'ers of a count year by name (NenR). */
export function* nenrLines(brin: string, vsvers: readonly Counted[]): Generator<string> {
  yield `${before};EXAMEN;IND_BEKOSTIGING;${after}`;
  for (const counted of vsvers) yield row(brin, counted, ['', 'J']);
}
