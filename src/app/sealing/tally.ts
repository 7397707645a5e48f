import {
  besideBoxes,
  besideSentence,
  type FiguresReport,
  flowSentence,
  verdictSentence,
} from '../../../projections/figures/index.ts';
import type { BesideLine, StudentLine, SwitchLine } from './shapes.ts';

/** What is told of a figure before anything is counted. */
export type Head = Pick<FiguresReport, 'report' | 'by'> & { readonly definition: { readonly id: string } };

export interface Lines {
  readonly students: readonly StudentLine[];
  readonly switches: readonly SwitchLine[];
  readonly beside: readonly BesideLine[];
}

/** How often each is there, those that share a text together. */
const counted = <Item, Named extends object>(
  items: readonly Item[],
  name: (item: Item) => Named,
): readonly (Named & { readonly count: number })[] =>
  [...Map.groupBy(items, (item) => JSON.stringify(name(item))).values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [{ ...name(first), count: group.length }];
  });

const populationOf = (lines: readonly { readonly delivered: boolean }[]) => {
  const delivered = lines.filter((line) => line.delivered).length;
  return { size: lines.length, delivered, derived: lines.length - delivered };
};

const twinOf = (students: readonly StudentLine[]) => ({
  register: counted(students, ({ register }) => ({ register })),
  evidence: counted(students, ({ evidence }) => ({ evidence })),
  flows: counted(students, ({ register, evidence }) => ({ register, evidence })),
  presumed: students.filter(({ vsv }) => vsv.verdict === 'presumed').length,
  accountsDiffer: students.filter(({ accountsDiffer }) => accountsDiffer).length,
});

const besideOf = (students: readonly StudentLine[], beside: readonly BesideLine[]) => {
  const of = (box: BesideLine['beside']): number => beside.filter((line) => line.beside === box).length;
  const switchBefore = students.reduce((sum, { switchesBefore = 0 }) => sum + switchesBefore, 0);
  return {
    beside: {
      placedOnly: { definitive: of('definitive'), placedOnly: of('placedOnly'), gone: of('gone') },
      switchBefore,
      schoolOnly: of('schoolOnly'),
    },
    besideSentences: [
      ...besideBoxes.filter((box) => of(box) > 0).map((box) => besideSentence(box, of(box))),
      ...(switchBefore > 0 ? [besideSentence('switchBefore', switchBefore)] : []),
    ],
  };
};

const percent = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((10_000 * part) / whole) / 100;

const shareOf = (niveau: string, students: readonly StudentLine[]) => {
  const verdict = (is: string): number => students.filter(({ vsv }) => vsv.verdict === is).length;
  const out = students.filter(
    ({ vsv: { verdict: is, step } }) => is === 'no' && (step === 'V2' || step === 'V3'),
  ).length;
  const [of, presumed, open] = [students.length - out, verdict('presumed'), verdict('open')];
  return {
    niveau,
    of,
    presumed,
    open,
    percent: percent(presumed, of),
    percentWithOpen: percent(presumed + open, of),
  };
};

const vsvOf = (students: readonly StudentLine[]) => ({
  verdicts: counted(students, ({ vsv: { verdict, step } }) => ({ verdict, step })),
  shares: [
    shareOf('all', students),
    ...[...Map.groupBy(students, ({ niveau = 'unknown' }) => niveau)].map(([niveau, lines]) =>
      shareOf(niveau, lines),
    ),
  ],
});

const verdictsInOrder = ['no', 'open', 'presumed'] as const;

const vsvBeside = (students: readonly StudentLine[]) => ({
  unknowns: counted(
    students.flatMap(({ vsv }) => vsv.unknowns),
    (unknown) => ({ unknown }),
  ),
  duo: counted(
    students.flatMap(({ vsv: { verdict }, duo }) =>
      duo === undefined ? [] : [{ verdict, duo: duo.verdict, status: duo.status }],
    ),
    (each) => each,
  ),
  sentences: verdictsInOrder.flatMap((verdict) => {
    const count = students.filter(({ vsv }) => vsv.verdict === verdict).length;
    return count === 0 ? [] : [verdictSentence(verdict, count)];
  }),
});

const splitsOf = (
  { report, by }: Head,
  students: readonly StudentLine[],
): { readonly splits?: readonly unknown[] } =>
  by === undefined
    ? {}
    : {
        splits: [...Map.groupBy(students, ({ group = '' }) => group)].map(([value, lines]) => ({
          by,
          value,
          population: populationOf(lines),
          ...(report === 'twin' ? { twin: twinOf(lines) } : { vsv: vsvOf(lines) }),
        })),
      };

/** The definitions of a switch that are always told by an attribute, and which. */
const toldBy: Readonly<Record<string, string>> = { D1: 'niveau', D3: 'school' };

const switchCounts = ({ by, definition: { id } }: Head, lines: readonly SwitchLine[]): readonly unknown[] => {
  if (id === 'all' && by === undefined)
    return [
      ...counted(
        lines.flatMap(({ dimensions }) => dimensions),
        (dimension) => ({ dimension }),
      ),
      ...counted(
        lines.flatMap(({ moment }) => moment),
        (moment) => ({ moment }),
      ),
      ...counted(
        lines.flatMap(({ initiative }) => (initiative === undefined ? [] : [initiative])),
        (initiative) => ({ initiative }),
      ),
    ];
  const attribute = by ?? toldBy[id];
  return counted(lines, ({ group = '', counted: is }) => ({
    ...(attribute === undefined ? {} : { [attribute]: group }),
    ...(id === 'all' ? {} : { counted: is }),
  }));
};

/** The figure once more, from its rows and from nothing else; in no particular order. */
export const tally = (head: Head, { students, switches, beside }: Lines): unknown => {
  if (head.report === 'switches')
    return { population: populationOf(switches), switches: { counts: switchCounts(head, switches) } };
  if (head.report === 'vsv')
    return {
      population: populationOf(students),
      vsv: { ...vsvOf(students), ...vsvBeside(students) },
      ...splitsOf(head, students),
    };
  const twin = twinOf(students);
  return {
    population: populationOf(students),
    twin: {
      ...twin,
      ...besideOf(students, beside),
      sentences: twin.flows.map((flow) => ({
        ...flow,
        text: flowSentence(flow.register, flow.evidence, flow.count),
      })),
    },
    ...splitsOf(head, students),
  };
};

/** What a figure says that no row can: names and norms from the tables, and who is in no row because nobody can tell. */
export const isSumOfRows = (cell: string): boolean =>
  /^(population|twin|vsv|switches counts|splits) /.test(`${cell} `) && !/ (norm|normSource|name)$/.test(cell);
