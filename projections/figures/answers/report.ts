import type { CalendarDate } from '../../../src/kernel/calendar-date.ts';
import type { Niveau } from '../../../src/domain/institution/ids.ts';
import type { Alongside } from './alongside.ts';
import { dimensions, initiatives } from '../../../src/domain/trajectory/events.ts';
import type { SwitchMember } from '../readings/membership.ts';
import { domeinOf, type Knowledge, niveauOf, type Parameters } from '../accounts/knowledge.ts';
import type { DefinitionNamed, FiguresStatus, ReportName } from './query.ts';
import {
  type BesideBox,
  besideBoxes,
  type EvidenceBox,
  evidenceBoxes,
  type Reading,
  type RegisterBox,
  registerBoxes,
} from '../readings/twin.ts';
import { pathName, type Split, type Splits } from '../readings/splits.ts';
import type { ProgrammeKnown } from '../accounts/school-account.ts';
import { besideSentence, flowSentence, verdictSentence } from './sentences.ts';
import { moments } from '../readings/switches.ts';
import { type Unknown, type VsvStep, vsvSteps, type VsvVerdict } from '../readings/vsv.ts';

export interface Population {
  readonly size: number;
  /** Of whom a delivery speaks for the peildatum. */
  readonly delivered: number;
  /** Of whom the register's account is derived from the school's. */
  readonly derived: number;
}

export interface Flow {
  readonly register: RegisterBox;
  readonly evidence: EvidenceBox;
  readonly count: number;
}

export interface TwinFigures {
  readonly register: readonly { readonly register: RegisterBox; readonly count: number }[];
  readonly evidence: readonly { readonly evidence: EvidenceBox; readonly count: number }[];
  readonly flows: readonly Flow[];
  readonly beside: BesideFigures;
  /** Rows whose VSV verdict is `presumed`, whatever their box. */
  readonly presumed: number;
  readonly accountsDiffer: number;
  readonly sentences: readonly (Flow & { readonly text: string })[];
  readonly besideSentences: readonly string[];
}

export interface BesideFigures {
  readonly placedOnly: Readonly<Record<'definitive' | 'placedOnly' | 'gone', number>>;
  readonly switchBefore: number;
  readonly schoolOnly: number;
}

export interface VerdictCount {
  readonly verdict: VsvVerdict['verdict'];
  readonly step: VsvStep;
  readonly count: number;
}

/** Presumed VSV as a share of the population that is not out by V2 or V3. */
export interface VsvShare {
  /** `all`, `unknown` or the niveau on t. */
  readonly niveau: string;
  readonly of: number;
  readonly presumed: number;
  readonly open: number;
  /** In percent, two decimals: when nobody whose verdict is open turns out VSV, and when all do. */
  readonly percent: number | null;
  readonly percentWithOpen: number | null;
  readonly norm?: number;
  /** Where the institution has it from, when it confirmed it. */
  readonly normSource?: string;
}

export interface VsvFigures {
  readonly verdicts: readonly VerdictCount[];
  readonly shares: readonly VsvShare[];
  readonly unknowns: readonly { readonly unknown: Unknown; readonly count: number }[];
  readonly duo: readonly {
    readonly verdict: VsvVerdict['verdict'];
    readonly duo: 'vsv' | 'notVsv';
    readonly status: 'provisional' | 'definitive';
    readonly count: number;
  }[];
  readonly sentences: readonly string[];
}

/** Counts by one attribute; which, is the name of the member beside `count`. */
export type SwitchCount = Readonly<Record<string, string | boolean | number>> & { readonly count: number };

export interface SwitchFigures {
  readonly counts: readonly SwitchCount[];
  readonly population: string;
  readonly counted: string;
  /** Of whom a fact is not known without which nobody can say whether they are in the population. */
  readonly notKnown: number;
}

export interface SplitFigures {
  readonly by: Split;
  readonly value: string;
  readonly name?: string;
  readonly population: Population;
  readonly twin?: Pick<TwinFigures, 'register' | 'evidence' | 'flows' | 'presumed' | 'accountsDiffer'>;
  readonly vsv?: Pick<VsvFigures, 'verdicts' | 'shares'>;
}

export interface FiguresReport {
  readonly report: ReportName;
  readonly schoolYear: number;
  readonly peildata: readonly [CalendarDate, CalendarDate];
  readonly knownOn: CalendarDate;
  readonly ordinal: number;
  readonly definition: DefinitionNamed;
  readonly population: Population;
  readonly twin?: TwinFigures;
  readonly vsv?: VsvFigures;
  readonly switches?: SwitchFigures;
  readonly parameters: Parameters;
  readonly status: FiguresStatus;
  readonly by?: Split;
  readonly splits?: readonly SplitFigures[];
  /** When a definition was asked alongside the twin. */
  readonly alongside?: Alongside;
  /** What is not certain of the definition. */
  readonly reservation?: string;
}

export const populationOf = (members: readonly { readonly delivered: boolean }[]): Population => {
  const delivered = members.reduce((sum, each) => sum + (each.delivered ? 1 : 0), 0);
  return { size: members.length, delivered, derived: members.length - delivered };
};

const countBy = <Item, Key>(items: readonly Item[], key: (item: Item) => Key): ReadonlyMap<Key, number> => {
  const counts = new Map<Key, number>();
  for (const item of items) {
    const at = key(item);
    counts.set(at, (counts.get(at) ?? 0) + 1);
  }
  return counts;
};

const present = <Key extends string>(
  keys: readonly Key[],
  counts: ReadonlyMap<Key, number>,
): [Key, number][] =>
  keys.flatMap((key): [Key, number][] => {
    const count = counts.get(key);
    return count === undefined ? [] : [[key, count]];
  });

const distributions = (readings: readonly Reading[]) => {
  const flows = countBy(readings, ({ register, evidence }) => `${register}/${evidence}`);
  return {
    register: present(
      registerBoxes,
      countBy(readings, (each) => each.register),
    ).map(([register, count]) => ({
      register,
      count,
    })),
    evidence: present(
      evidenceBoxes,
      countBy(readings, (each) => each.evidence),
    ).map(([evidence, count]) => ({
      evidence,
      count,
    })),
    flows: registerBoxes.flatMap((register) =>
      evidenceBoxes.flatMap((evidence): Flow[] => {
        const count = flows.get(`${register}/${evidence}`);
        return count === undefined ? [] : [{ register, evidence, count }];
      }),
    ),
  };
};

const marks = (readings: readonly Reading[]) => ({
  presumed: readings.filter(({ vsv }) => vsv.verdict === 'presumed').length,
  accountsDiffer: readings.filter(({ accountsDiffer }) => accountsDiffer).length,
});

export const twinFigures = (readings: readonly Reading[], beside: readonly BesideBox[]): TwinFigures => {
  const counts = countBy(beside, (each) => each);
  const of = (where: BesideBox): number => counts.get(where) ?? 0;
  const switchBefore = readings.reduce((sum, { switchesBefore }) => sum + switchesBefore, 0);
  const { register, evidence, flows } = distributions(readings);
  const { presumed, accountsDiffer } = marks(readings);
  return {
    register,
    evidence,
    flows,
    beside: {
      placedOnly: { definitive: of('definitive'), placedOnly: of('placedOnly'), gone: of('gone') },
      switchBefore,
      schoolOnly: of('schoolOnly'),
    },
    presumed,
    accountsDiffer,
    sentences: flows.map((flow) => ({
      ...flow,
      text: flowSentence(flow.register, flow.evidence, flow.count),
    })),
    besideSentences: [
      ...besideBoxes.filter((where) => of(where) > 0).map((where) => besideSentence(where, of(where))),
      ...(switchBefore > 0 ? [besideSentence('switchBefore', switchBefore)] : []),
    ],
  };
};

const verdictNames = ['no', 'open', 'presumed'] as const;

const verdictCounts = (readings: readonly Reading[]): readonly VerdictCount[] => {
  const counts = countBy(readings, ({ vsv }) => `${vsv.verdict}/${vsv.step}`);
  return verdictNames.flatMap((verdict) =>
    vsvSteps.flatMap((step): VerdictCount[] => {
      const count = counts.get(`${verdict}/${step}`);
      return count === undefined ? [] : [{ verdict, step, count }];
    }),
  );
};

const percent = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((10_000 * part) / whole) / 100;

/** Out of the population that VSV is a share of. */
export const isOut = ({ verdict, step }: Pick<VsvVerdict, 'verdict' | 'step'>): boolean =>
  verdict === 'no' && (step === 'V2' || step === 'V3');

type NormShown = Pick<VsvShare, 'norm' | 'normSource'>;

/** The institution's own goes before the one that ships. */
const normShown = (niveau: string, year: number, { own, shippedVsv }: Knowledge['norms']): NormShown => {
  if (niveau === 'unknown') return {};
  const of = Number(niveau) as Niveau;
  const said = own('vsv', year, of);
  if (said) return { norm: said.percent, normSource: said.source };
  const norm = shippedVsv(year, of);
  return norm === undefined ? {} : { norm };
};

const shareOf = (niveau: string, readings: readonly Reading[], norm: NormShown): VsvShare => {
  const of = readings.filter(({ vsv }) => !isOut(vsv)).length;
  const presumed = readings.filter(({ vsv }) => vsv.verdict === 'presumed').length;
  const open = readings.filter(({ vsv }) => vsv.verdict === 'open').length;
  return {
    niveau,
    of,
    presumed,
    open,
    percent: percent(presumed, of),
    percentWithOpen: percent(presumed + open, of),
    ...norm,
  };
};

const shares = (readings: readonly Reading[], year: number, { norms }: Knowledge): readonly VsvShare[] => {
  const byNiveau = Map.groupBy(readings, (each) => each.splits.niveau);
  return [
    shareOf('all', readings, {}),
    ...[...byNiveau]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([niveau, members]) => shareOf(niveau, members, normShown(niveau, year, norms))),
  ];
};

export const vsvFigures = (readings: readonly Reading[], year: number, knowledge: Knowledge): VsvFigures => {
  const unknowns = countBy(
    readings.flatMap(({ vsv }) => vsv.unknowns),
    (each) => each,
  );
  const duo = Map.groupBy(
    readings.filter((each) => each.duo !== undefined),
    ({ vsv, duo: said }) => `${vsv.verdict}/${said?.verdict}/${said?.status}`,
  );
  const verdicts = countBy(readings, ({ vsv }) => vsv.verdict);
  return {
    verdicts: verdictCounts(readings),
    shares: shares(readings, year, knowledge),
    unknowns: [...unknowns]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([unknown, count]) => ({ unknown, count })),
    duo: [...duo]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .flatMap(([, [first, ...others]]) =>
        first?.duo
          ? [
              {
                verdict: first.vsv.verdict,
                duo: first.duo.verdict,
                status: first.duo.status,
                count: others.length + 1,
              },
            ]
          : [],
      ),
    sentences: present(verdictNames, verdicts).map(([verdict, count]) => verdictSentence(verdict, count)),
  };
};

/** The value of a split; the niveaus and codes in order, what is not known last. */
const inOrderOfValues = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number =>
  one === other ? 0 : one === 'unknown' ? 1 : other === 'unknown' || one < other ? -1 : 1;

export const splitFigures = (
  by: Split,
  report: 'twin' | 'vsv',
  readings: readonly Reading[],
  year: number,
  knowledge: Knowledge,
): readonly SplitFigures[] =>
  [...Map.groupBy(readings, (each) => each.splits[by])].sort(inOrderOfValues).map(([value, members]) => ({
    by,
    value,
    ...named(by, value, knowledge),
    population: populationOf(members),
    ...(report === 'twin'
      ? { twin: { ...distributions(members), ...marks(members) } }
      : { vsv: { verdicts: verdictCounts(members), shares: shares(members, year, knowledge) } }),
  }));

const named = (by: Split, value: string, { catalogue }: Knowledge): { readonly name?: string } => {
  const name = ((): string | undefined => {
    switch (by) {
      case 'domein':
        return catalogue.domeinName(value);
      case 'crebo':
        return catalogue.entry(value)?.name;
      case 'initiative':
      case 'moment':
        return pathName(value);
      default:
        return undefined;
    }
  })();
  return name === undefined ? {} : { name };
};

/** What a member of a switch definition's population is split by. */
export const memberSplit = (member: SwitchMemberPlaced, by: Split, knowledge: Knowledge): string => {
  const p: ProgrammeKnown = member.enrolled ?? {};
  switch (by) {
    case 'landschap':
      return member.landschap;
    case 'cohort':
      return member.cohort;
    case 'initiative':
    case 'moment':
      return member.path[by];
    case 'domein':
      return domeinOf(p, knowledge) ?? 'unknown';
    case 'niveau':
      return niveauOf(p, knowledge)?.toString() ?? 'unknown';
    case 'leerweg':
      return p.leerweg ?? 'unknown';
    case 'crebo':
      return p.opleidingscode ?? 'unknown';
  }
};

export type SwitchMemberPlaced = SwitchMember &
  Pick<Splits, 'landschap' | 'cohort'> & { readonly path: Pick<Splits, 'initiative' | 'moment'> };

const countedCounts = (
  members: readonly SwitchMemberPlaced[],
  attribute: string | undefined,
  valueOf: (member: SwitchMemberPlaced) => string,
): readonly SwitchCount[] =>
  [...Map.groupBy(members, (member) => `${valueOf(member)}\n${String(member.counted)}`)]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, group]) => {
      const [first] = group;
      if (!first) return [];
      return [
        {
          ...(attribute === undefined ? {} : { [attribute]: valueOf(first) }),
          counted: first.counted,
          count: group.length,
        },
      ];
    });

/** `all` by dimension, moment and initiative; the others by who counts. A split comes with its own counts. */
export const switchFigures = (
  definition: { readonly id: string; readonly population: string; readonly counts: string },
  members: readonly SwitchMemberPlaced[],
  notKnown: number,
  by: Split | undefined,
  knowledge: Knowledge,
): SwitchFigures => {
  const counts: SwitchCount[] = [];
  if (definition.id === 'all') {
    const add = (
      attribute: string,
      keys: readonly string[],
      of: (member: SwitchMemberPlaced) => readonly string[],
    ): void => {
      const found = countBy(members.flatMap(of), (each) => each);
      for (const [key, count] of present(keys, found)) counts.push({ [attribute]: key, count });
    };
    if (by === undefined) {
      add('dimension', dimensions, (member) => member.dimensions);
      add('moment', moments, (member) => member.moment);
      add('initiative', initiatives, (member) => (member.initiative === null ? [] : [member.initiative]));
    } else {
      const values = countBy(members, (member) => memberSplit(member, by, knowledge));
      for (const [value, count] of [...values].sort(inOrderOfValues)) counts.push({ [by]: value, count });
    }
  } else if (by !== undefined)
    counts.push(...countedCounts(members, by, (member) => memberSplit(member, by, knowledge)));
  else if (definition.id === 'D1')
    counts.push(...countedCounts(members, 'niveau', (member) => memberSplit(member, 'niveau', knowledge)));
  else if (definition.id === 'D3')
    counts.push(...countedCounts(members, 'school', (member) => member.from ?? 'unknown'));
  else counts.push(...countedCounts(members, undefined, () => ''));
  return { counts, population: definition.population, counted: definition.counts, notKnown };
};
