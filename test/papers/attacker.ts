import { parse } from 'csv-parse/sync';

/**
 * Somebody outside the school who has every report that left the team, and reckons: what each table adds up to, what
 * each split adds up to, which opleiding lies in which domein, that nobody is half a student. Knows nothing of how
 * was decided what is told.
 */
export interface Papers {
  readonly year: number;
  /** Absent: the whole school. */
  readonly by?: string;
  readonly twin: string;
  readonly vsv: string;
  readonly outcomes: string;
}

/** Of each opleiding, every domein and niveau that somebody in it stands in. */
export type Kinship = Readonly<
  Record<string, { readonly domein: ReadonlySet<string>; readonly niveau: ReadonlySet<string> }>
>;

interface Sum {
  readonly total: string;
  readonly parts: readonly string[];
}

type Table = readonly Readonly<Record<string, string>>[];

/** Tables by their titles; the first has none, and is called by an empty name. */
const tablesIn = (csv: string): ReadonlyMap<string, Table> => {
  const lines: string[][] = parse(csv.replace(/^\uFEFF/, ''), {
    delimiter: ';',
    relax_column_count: true,
    skip_empty_lines: false,
  });
  const tables = new Map<string, Table>();
  let title = '';
  let head: string[] | undefined;
  let rows: Record<string, string>[] = [];
  const close = (): void => {
    if (head) tables.set(title, rows);
    head = undefined;
    rows = [];
  };
  lines.forEach((line, index) => {
    if (line.join('') === '') {
      close();
      title = lines[index + 1]?.[0] ?? '';
    } else if (head) {
      const names = head;
      rows.push(Object.fromEntries(line.map((cell, at) => [names[at] ?? '', cell])));
    } else if (line.length > 1 || line[0] !== title) head = line;
  });
  close();
  return tables;
};

const numberIn = (cell: string | undefined): number | undefined =>
  cell !== undefined && /^\d+(,\d+)?$/.test(cell) ? Number(cell.replace(',', '.')) : undefined;

const splitColumns: Readonly<Record<string, string>> = {
  landschap: 'Landschap',
  domein: 'Domein',
  niveau: 'Niveau',
  leerweg: 'Leerweg',
  crebo: 'Opleiding',
};

/** What is known, what adds up, and what is at least one. */
export class Attacker {
  readonly known = new Map<string, number>();
  readonly names = new Set<string>();
  readonly #sums: Sum[] = [];
  readonly #present = new Set<string>();
  readonly #values = new Map<string, Set<string>>();
  readonly #cells = new Map<number, Set<string>>();
  readonly #kinship: Kinship;

  constructor(papers: readonly Papers[], kinship: Kinship) {
    this.#kinship = kinship;
    for (const each of papers) this.#read(each);
    for (const year of new Set(papers.map((each) => each.year))) this.#relate(year);
  }

  #tell(name: string, cell: string | undefined): void {
    this.names.add(name);
    const value = numberIn(cell);
    if (value !== undefined) this.known.set(name, value);
  }

  #read({ year, by = 'all', twin, vsv, outcomes }: Papers): void {
    const cells = this.#cells.get(year) ?? new Set<string>();
    this.#cells.set(year, cells);
    const placeOf = (row: Readonly<Record<string, string>>): string => {
      const column = splitColumns[by];
      const text = column === undefined ? 'hele school' : (row[column] ?? '');
      const value =
        text === 'hele school' ? '' : by === 'crebo' || by === 'domein' ? (text.split(' ')[0] ?? '') : text;
      return value === '' ? `${year}|all|` : `${year}|${by}|${value}`;
    };
    const tell = (place: string, cell: string, text: string | undefined): void => {
      const [, split = '', value = ''] = place.split('|');
      this.#values.set(`${year}|${split}`, (this.#values.get(`${year}|${split}`) ?? new Set()).add(value));
      cells.add(cell);
      this.#tell(`${place}|${cell}`, text);
      if (split === 'all') this.#present.add(`${place}|${cell}`);
    };
    const twinTables = tablesIn(twin);
    for (const row of twinTables.get('') ?? [])
      tell(placeOf(row), `flow:${row['Register'] ?? ''}:${row['Wat er gebeurde'] ?? ''}`, row['Aantal']);
    for (const row of twinTables.get('Volgens het register') ?? [])
      tell(placeOf(row), `register:${row['Register'] ?? ''}`, row['Aantal']);
    for (const row of twinTables.get('Volgens de school') ?? [])
      tell(placeOf(row), `evidence:${row['Wat er gebeurde'] ?? ''}`, row['Aantal']);
    for (const row of twinTables.get('Populatie') ?? []) {
      tell(placeOf(row), 'population', row['Populatie']);
      this.#tell(`${placeOf(row)}|presumed`, row['Vermoedelijk VSV']);
    }
    const vsvTables = tablesIn(vsv);
    for (const row of vsvTables.get('') ?? [])
      tell(placeOf(row), `verdict:${row['Oordeel'] ?? ''}:${row['Stap'] ?? ''}`, row['Aantal']);
    for (const row of vsvTables.get('Aandeel per niveau') ?? []) {
      const niveau = row['Studenten van niveau'] ?? 'alle';
      if (by !== 'all' && niveau !== 'alle') continue;
      const place = niveau === 'alle' ? placeOf(row) : `${year}|niveau|${niveau}`;
      const of = numberIn(row['Van']);
      this.#tell(`${place}|of`, row['Van']);
      this.#tell(`${place}|presumed`, row['Vermoedelijk VSV']);
      this.#tell(`${place}|open`, row['Nog niet te zeggen']);
      this.#reckon(`${place}|presumed`, of, numberIn(row['VSV (%)']));
      this.#reckon(`${place}|presumedOrOpen`, of, numberIn(row['Met open (%)']));
    }
    for (const row of tablesIn(outcomes).get('') ?? []) {
      const split = row['Naar'] ?? '';
      const place = split === 'hele school' ? `${year}|all|` : `${year}|${split}|${row['Waarde'] ?? ''}`;
      const name = `${place}|${row['Indicator'] ?? ''}`;
      this.#tell(`${name}:counted`, row['Teller']);
      this.#tell(`${name}:of`, row['Noemer']);
      this.#tell(`${name}:unknown`, row['Niet te zeggen']);
      this.#reckon(`${name}:counted`, numberIn(row['Noemer']), numberIn(row['Aandeel (%)']));
      this.#tell(`${name}:years:counted`, row['Teller, jaren samen']);
      this.#tell(`${name}:years:of`, row['Noemer, jaren samen']);
      const years = (row['Welke jaren'] ?? '').split(' ').filter((each) => each !== '');
      const inYear = (each: string, what: string): string =>
        `${each}|${name.slice(name.indexOf('|') + 1)}:${what}`;
      if (years.length > 0)
        for (const what of ['counted', 'of'])
          this.#sum(
            `${name}:years:${what}`,
            years.map((each) => inYear(each, what)),
          );
      this.#sum(`${name}:of`, [`${name}:counted`, `${name}:not`]);
      for (const what of ['counted', 'of', 'not']) cells.add(`${row['Indicator'] ?? ''}:${what}`);
    }
  }

  /** A share and what it is a share of give the number. */
  #reckon(name: string, of: number | undefined, percent: number | undefined): void {
    this.names.add(name);
    if (of !== undefined && percent !== undefined && !this.known.has(name))
      this.known.set(name, Math.round((of * percent) / 100));
  }

  #sum(total: string, parts: readonly string[]): void {
    for (const each of [total, ...parts]) this.names.add(each);
    this.#sums.push({ total, parts });
  }

  #relate(year: number): void {
    const cells = [...(this.#cells.get(year) ?? [])];
    const own = (kind: string): readonly string[] => cells.filter((cell) => cell.startsWith(`${kind}:`));
    const places = [...this.#values].flatMap(([key, values]) =>
      key.startsWith(`${year}|`) ? [...values].map((value) => `${key}|${value}`) : [],
    );
    for (const place of places) {
      const at = (cell: string): string => `${place}|${cell}`;
      const flows = own('flow');
      for (const register of own('register'))
        this.#sum(
          at(register),
          flows.filter((flow) => flow.split(':')[1] === register.split(':')[1]).map(at),
        );
      for (const evidence of own('evidence'))
        this.#sum(
          at(evidence),
          flows.filter((flow) => flow.split(':')[2] === evidence.split(':')[1]).map(at),
        );
      for (const kind of ['register', 'evidence', 'verdict']) this.#sum(at('population'), own(kind).map(at));
      const verdicts = own('verdict');
      this.#sum(at('presumed'), verdicts.filter((each) => each.includes('vermoedelijk')).map(at));
      this.#sum(at('open'), verdicts.filter((each) => each.includes('niet te zeggen')).map(at));
      this.#sum(at('presumedOrOpen'), [at('presumed'), at('open')]);
      const out = verdicts.filter((each) => /geen VSV:V[23]$/.test(each)).map(at);
      this.#sum(at('population'), [at('of'), ...out]);
      this.#sum(at('Instellingsverlaters:of'), [at('population')]);
      this.#sum(
        at('Instellingsverlaters:counted'),
        ['leftWithDiploma', 'leftWithout']
          .filter((each) => cells.includes(`register:${each}`))
          .map((each) => at(`register:${each}`)),
      );
    }
    for (const place of places) {
      const at = (cell: string): string => `${place}|${cell}`;
      // Whoever left is in the population of passend diploma, and of niveau 2 and higher in that of the diplomaresultaat.
      this.#sum(at('Instellingsverlaters:counted'), [
        at('Passend diploma:of'),
        at('Passend diploma:unknown'),
      ]);
      if (/\|niveau\|[234]$/.test(place))
        this.#sum(at('Instellingsverlaters:counted'), [at('Diplomaresultaat:of')]);
    }
    const everyCell = [...cells, 'presumed', 'open', 'of'];
    for (const [key, values] of this.#values) {
      const [of, split = ''] = key.split('|');
      if (of !== String(year) || split === 'all') continue;
      for (const cell of everyCell.filter((each) => !each.startsWith('Jaarresultaat')))
        this.#sum(
          `${year}|all||${cell}`,
          [...values].map((value) => `${key}|${value}|${cell}`),
        );
      if (split !== 'crebo') continue;
      for (const wider of ['domein', 'niveau'] as const)
        for (const value of new Set(Object.values(this.#kinship).flatMap((each) => [...each[wider]])))
          for (const cell of everyCell.filter((each) => !each.startsWith('Jaarresultaat'))) {
            const codes = [...values].filter((code) => this.#kinship[code]?.[wider].has(value));
            // What lies in two of them adds up in neither.
            if (codes.some((code) => this.#kinship[code]?.[wider].size !== 1)) continue;
            this.#sum(
              `${year}|${wider}|${value}|${cell}`,
              codes.map((code) => `${key}|${code}|${cell}`),
            );
          }
    }
  }

  /** Every number that follows, beside those that were told. */
  recovered(): ReadonlyMap<string, number> {
    const found = new Map(this.known);
    for (let before = -1; before < found.size;) {
      before = found.size;
      this.#narrow(found);
      this.#eliminate(found);
    }
    for (const name of this.known.keys()) found.delete(name);
    return found;
  }

  /** By elimination: what the sums that are left leave only one value for. */
  #eliminate(found: Map<string, number>): void {
    const byPivot = new Map<string, Map<string, number>>();
    const constant = '';
    // Short sums first: they leave the long ones shorter.
    for (const { total, parts } of this.#sums.toSorted(
      (one, other) => one.parts.length - other.parts.length,
    )) {
      let row = new Map<string, number>();
      const add = (name: string, times: number): void => {
        const value = found.get(name);
        const [at, by] = value === undefined ? [name, times] : [constant, times * value];
        const sum = (row.get(at) ?? 0) + by;
        if (Math.abs(sum) < 1e-9) row.delete(at);
        else row.set(at, sum);
      };
      add(total, 1);
      for (const part of parts) add(part, -1);
      for (;;) {
        const pivot = [...row.keys()].find((name) => name !== constant && byPivot.has(name));
        if (pivot === undefined) break;
        row = combined(row, byPivot.get(pivot) ?? new Map(), pivot);
      }
      const pivot = [...row.keys()].find((name) => name !== constant);
      if (pivot === undefined) continue;
      for (const [name, other] of byPivot)
        if (other.has(pivot)) byPivot.set(name, combined(other, row, pivot));
      byPivot.set(pivot, row);
    }
    for (const [name, row] of byPivot) {
      const others = [...row.keys()].filter((each) => each !== constant && each !== name);
      if (others.length === 0) found.set(name, Math.round(-(row.get(constant) ?? 0) / (row.get(name) ?? 1)));
    }
  }

  /** By bounds: nobody is counted less than none, and a line that is there has somebody. */
  #narrow(found: Map<string, number>): void {
    const low = new Map<string, number>();
    const high = new Map<string, number>();
    const least = (name: string): number =>
      found.get(name) ?? low.get(name) ?? (this.#present.has(name) ? 1 : 0);
    const most = (name: string): number => found.get(name) ?? high.get(name) ?? Number.POSITIVE_INFINITY;
    for (let changed = true, rounds = 0; changed && rounds < 60; rounds += 1) {
      changed = false;
      const bound = (name: string, from: number, to: number): void => {
        if (found.has(name)) return;
        if (from > least(name)) {
          low.set(name, from);
          changed = true;
        }
        if (to < most(name)) {
          high.set(name, to);
          changed = true;
        }
      };
      for (const { total, parts } of this.#sums) {
        const lows = parts.reduce((sum, part) => sum + least(part), 0);
        const highs = parts.reduce((sum, part) => sum + most(part), 0);
        bound(total, lows, highs);
        for (const part of parts) {
          const otherHighs =
            most(part) === Number.POSITIVE_INFINITY ? sumOf(parts, part, most) : highs - most(part);
          bound(part, least(total) - otherHighs, most(total) - (lows - least(part)));
        }
      }
    }
    for (const name of this.names)
      if (!found.has(name) && least(name) === most(name)) found.set(name, least(name));
  }
}

const sumOf = (names: readonly string[], but: string, of: (name: string) => number): number =>
  names.reduce((sum, name) => (name === but ? sum : sum + of(name)), 0);

/** The first without the pivot, by as much of the second as takes it away. */
const combined = (
  one: ReadonlyMap<string, number>,
  other: ReadonlyMap<string, number>,
  pivot: string,
): Map<string, number> => {
  const times = (one.get(pivot) ?? 0) / (other.get(pivot) ?? 1);
  const row = new Map(one);
  for (const [name, value] of other) {
    const sum = (row.get(name) ?? 0) - times * value;
    if (name === pivot || Math.abs(sum) < 1e-9) row.delete(name);
    else row.set(name, sum);
  }
  return row;
};
