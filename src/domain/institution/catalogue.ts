import type { Leerweg, Niveau, Opleidingscode } from './ids.ts';
import type { Institution, ProgrammeData } from './state.ts';
import { type ShippedTable, tableInForce, type TableMode } from './tables/shipped.ts';

/** What is known of an opleidingscode. What is not stated by any source is absent, never guessed. */
export interface CatalogueEntry {
  readonly code: Opleidingscode;
  readonly name: string;
  /** `nameOnly`: that it exists is known, and no more. */
  readonly level: 'kwalificatie' | 'dossier' | 'domein' | 'nameOnly';
  /** Of a dossier only when all that is known in it has the same. */
  readonly niveau?: Niveau;
  /** The niveaus that are known inside a dossier. */
  readonly niveaus?: readonly Niveau[];
  readonly leerwegen?: readonly Leerweg[];
  readonly dossier?: Opleidingscode;
  /** Code 79xxx of its domein; a domein names itself. Entree has none. */
  readonly domein?: Opleidingscode;
  /** Ids of `tables/sources.ts`, joined by `+`. */
  readonly source: string;
}

export interface Catalogue {
  readonly entry: (code: string) => CatalogueEntry | undefined;
  /** Whether `wider` is the dossier or the domein of `code`. */
  readonly isInside: (code: string, wider: string) => boolean;
  readonly domeinName: (code: string) => string | undefined;
  /** Every code, in the order of the table, the institution's own last. */
  readonly entries: () => Iterable<CatalogueEntry>;
}

type Entries = ReadonlyMap<string, CatalogueEntry>;

const asCode = (text: string): Opleidingscode => text as Opleidingscode;

/** Fields of the rows; the files in `tables/` say what they are. */
const entriesOfRow = (row: string): readonly CatalogueEntry[] => {
  const [kind, code = '', name = '', ...rest] = row.split(';');
  const base = { code: asCode(code), name };
  switch (kind) {
    case 'o': {
      const [green = '', source = ''] = rest;
      const domein = { ...base, level: 'domein', domein: base.code, source } as const;
      return green === '' ? [domein] : [domein, { ...domein, code: asCode(green) }];
    }
    case 'd': {
      const [domein = '', niveauText = '', source = ''] = rest;
      const niveaus = Array.from(niveauText, (each) => Number(each) as Niveau);
      return [
        {
          ...base,
          level: 'dossier',
          ...(niveaus.length === 1 && niveaus[0] ? { niveau: niveaus[0] } : {}),
          niveaus,
          ...(domein ? { domein: asCode(domein) } : {}),
          source,
        },
      ];
    }
    case 'k': {
      const [niveauText = '', leerwegen = '', dossier = '', domein = '', source = ''] = rest;
      return [
        {
          ...base,
          level: 'kwalificatie',
          niveau: Number(niveauText) as Niveau,
          leerwegen: leerwegen === '' ? ['BOL', 'BBL'] : [leerwegen as Leerweg],
          ...(dossier ? { dossier: asCode(dossier) } : {}),
          ...(domein ? { domein: asCode(domein) } : {}),
          source,
        },
      ];
    }
    case 'n':
      return [{ ...base, level: 'nameOnly', source: rest[0] ?? '' }];
    default:
      throw new Error(`a row of the catalogue begins with ${String(kind)}`);
  }
};

const read = new Map<string, Entries>();

/** Some 2,400 rows, read once for each version that is asked for. */
const entriesOf = ({ version, text }: ShippedTable): Entries => {
  const known = read.get(version);
  if (known) return known;
  const found = new Map(
    text
      .split('\n')
      .flatMap(entriesOfRow)
      .map((entry) => [entry.code as string, entry]),
  );
  read.set(version, found);
  return found;
};

/** What all who state it agree on; two landschappen that differ leave it open. */
const agreed = <Value>(
  stated: readonly (Value | undefined)[],
  table: Value | undefined,
): Value | undefined => {
  const values = new Set(stated.filter((each) => each !== undefined));
  return values.size === 0 ? table : values.size === 1 ? [...values][0] : undefined;
};

/** What the institution's landschappen say of a code, before what the table says. */
const withOwn = (
  code: Opleidingscode,
  own: readonly ProgrammeData[],
  table: CatalogueEntry | undefined,
  domeinOf: (domein: string) => Opleidingscode,
): CatalogueEntry => {
  const niveau = agreed(
    own.map((each) => each.niveau),
    table?.niveau,
  );
  const dossier = agreed(
    own.map((each) => each.dossier),
    table?.dossier,
  );
  const domein = agreed(
    own.map((each) => (each.domein === undefined ? undefined : domeinOf(each.domein))),
    table?.domein,
  );
  return {
    code,
    name: own.findLast((each) => each.name !== undefined)?.name ?? table?.name ?? code,
    level:
      table === undefined || table.level === 'nameOnly'
        ? niveau === undefined
          ? 'nameOnly'
          : 'kwalificatie'
        : table.level,
    ...(niveau === undefined ? {} : { niveau }),
    ...(table?.niveaus === undefined ? {} : { niveaus: table.niveaus }),
    ...(table?.leerwegen === undefined ? {} : { leerwegen: table.leerwegen }),
    ...(dossier === undefined ? {} : { dossier }),
    ...(domein === undefined ? {} : { domein }),
    source: table === undefined ? 'institution' : `institution+${table.source}`,
  };
};

const states = (each: ProgrammeData): boolean =>
  each.name !== undefined ||
  each.niveau !== undefined ||
  each.dossier !== undefined ||
  each.domein !== undefined;

const build = (institution: Institution, mode: TableMode): Catalogue => {
  const table = tableInForce('catalogue', institution.tables.get('catalogue')?.version, mode);
  const shipped: Entries = table ? entriesOf(table) : new Map();
  const domeinOf = (code: string): Opleidingscode => shipped.get(code)?.domein ?? asCode(code);
  const own = new Map<string, CatalogueEntry>();
  for (const [code, definitions] of Map.groupBy(institution.programmes, (each) => each.opleidingscode)) {
    const known = shipped.get(code);
    if (known && !definitions.some(states)) continue;
    own.set(code, withOwn(code, definitions, known, domeinOf));
  }
  const entry = (code: string): CatalogueEntry | undefined => own.get(code) ?? shipped.get(code);
  return {
    entry,
    isInside: (code, wider) => {
      const narrow = entry(code);
      if (!narrow || code === wider) return false;
      if (narrow.dossier === wider) return true;
      return (
        narrow.level !== 'domein' &&
        narrow.domein !== undefined &&
        narrow.domein === domeinOf(wider) &&
        entry(wider)?.level === 'domein'
      );
    },
    domeinName: (code) => {
      const found = shipped.get(code);
      return found?.level === 'domein' ? found.name : undefined;
    },
    *entries() {
      for (const [code, each] of shipped) yield own.get(code) ?? each;
      for (const [code, each] of own) if (!shipped.has(code)) yield each;
    },
  };
};

const built: Record<TableMode, WeakMap<Institution, Catalogue>> = {
  shippedToo: new WeakMap(),
  adoptedOnly: new WeakMap(),
};

/**
 * The programmes as this institution knows them. Deciders take the shipped table where none is adopted yet;
 * figures as known on a day take what was adopted by then and nothing else.
 */
export const catalogueOf = (institution: Institution, mode: TableMode = 'shippedToo'): Catalogue => {
  const known = built[mode].get(institution);
  if (known) return known;
  const made = build(institution, mode);
  built[mode].set(institution, made);
  return made;
};
