import { createHash } from 'node:crypto';
import { developmentHashing } from '../../src/adapters/system/hashing.ts';
import { importVsv, type ListKnown, type VsvAnswer } from '../../src/imports/vsv/import-vsv.ts';
import type { VsvReport } from '../../src/imports/vsv/report.ts';
import type { GivenList } from '../../src/imports/vsv/which-list.ts';
import type { DeliveryData } from '../../src/domain/delivery/events.ts';
import type { DeliveryId } from '../../src/domain/delivery/ids.ts';
import type { School } from './school.ts';

/** Somebody on a list; made up. */
export interface Somebody {
  readonly bsn?: string;
  readonly onderwijsnummer?: string;
  readonly crebo?: string;
  readonly leerweg?: string;
  readonly niveau?: string;
  readonly houseNumber?: string;
  readonly brin?: string;
}

const yearly = ({
  bsn = '',
  onderwijsnummer = '',
  crebo = '25655',
  leerweg = 'BOL',
  niveau = 'Mbo4 opleidingen',
  houseNumber = '7',
  brin = '99ZZ',
}: Somebody) => ({
  '#BURGERSERVICENUMMER': bsn,
  ONDERWIJSNUMMER: onderwijsnummer,
  GEBOORTEDATUM: '14-05-2007',
  ACHTERNAAM: 'Café-Jansen',
  BRIN: brin,
  NIVEAU: niveau,
  ONDERWIJSSOORT: leerweg,
  CREBO: crebo,
  ONDERWIJSLOCATIE_HUISNUMMER: houseNumber,
});

export type Line = Readonly<Record<string, string>>;
export const nrsp = (people: readonly Somebody[]): readonly Line[] => people.map((each) => yearly(each));
export const nenr = (people: readonly Somebody[]): readonly Line[] =>
  people.map((each) => ({ ...yearly(each), EXAMEN: '', IND_BEKOSTIGING: 'J' }));
export const a04 = (
  people: readonly (Somebody & {
    readonly month: string;
    readonly left?: string;
    readonly reason?: string;
  })[],
): readonly Line[] =>
  people.map(
    ({
      bsn = '',
      crebo = '25655',
      leerweg = 'BOL',
      niveau = 'Mbo4 opleidingen',
      month,
      left = '',
      reason = '',
      brin = '99ZZ',
    }) => ({
      BRIN_NR: brin,
      RAPPORTAGEMAAND: month,
      PERSOONSGEBONDENNUMMER: bsn,
      ONDERWIJSCODE: crebo,
      LEERWEG: leerweg,
      DATUM_UITSCHRIJVING: left,
      REDEN: reason,
      NIVEAU: niveau,
      HUISNUMMER: '129.0',
    }),
  );

export interface Written {
  readonly columns?: readonly string[];
  readonly separator?: string;
  readonly end?: '\n' | '\r\n';
  readonly bom?: boolean;
  readonly latin1?: boolean;
  readonly quoted?: boolean;
}

/** The bytes of a list, as one system or another writes it. */
export const written = (
  lines: readonly Line[],
  { columns, separator = ';', end = '\r\n', bom = false, latin1 = false, quoted = false }: Written = {},
): Uint8Array => {
  const header = columns ?? Object.keys(lines[0] ?? nrsp([{}])[0] ?? {});
  const cell = (text: string): string => (quoted && !text.startsWith('#') ? `"${text}"` : text);
  const text = [header, ...lines.map((line) => header.map((name) => line[name] ?? ''))]
    .map((cells) => `${cells.map(cell).join(separator)}${end}`)
    .join('');
  return Buffer.from(`${bom ? '\uFEFF' : ''}${text}`, latin1 ? 'latin1' : 'utf8');
};

/** The lists that are in the log, as the command line finds them. */
const listsIn = async (school: School): Promise<readonly ListKnown[]> => {
  const events = await school.events();
  return events
    .filter(({ type }) => type === 'VsvListRecorded')
    .map(({ stream, data }) => ({
      ...(data as DeliveryData['VsvListRecorded']),
      delivery: stream.slice('delivery-'.length) as DeliveryId,
      trajectories: events
        .filter((each) => each.stream === stream && each.type === 'VsvListNamed')
        .flatMap((each) => (each.data as DeliveryData['VsvListNamed']).named)
        .flatMap(({ trajectory }) => trajectory ?? []),
    }));
};

export const tryList = async (
  school: School,
  name: string,
  bytes: Uint8Array,
  given: GivenList = {},
  dryRun = false,
): Promise<VsvAnswer> =>
  importVsv({
    file: { name, bytes, hash: createHash('sha256').update(bytes).digest('hex') },
    engine: school.engine,
    hashing: developmentHashing,
    given,
    dryRun,
    known: { lists: await listsIn(school), brins: [] },
  });

export const list = async (...of: Parameters<typeof tryList>): Promise<VsvReport> => {
  const answer = await tryList(...of);
  if (!answer.accepted) throw new Error(`refused: ${answer.refusal.code} ${answer.refusal.text}`);
  return answer.report;
};
