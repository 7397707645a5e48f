import { type Boxes, type FiguresReport, isOut } from '../../../projections/figures/index.ts';
import { shippedVsvSource } from '../../domain/institution/norms.ts';
import { unknownNames, verdictNames } from '../figures/texts/names.ts';
import type { PaperTable } from './paper.ts';
import {
  everyLine,
  type FiguresOf,
  numberColumn,
  partsOf,
  percentColumn,
  type ReportPart,
  tableOf,
  textColumn,
  wholeSchool,
} from './report-tables.ts';
import { everybody, isPresumed, type Telling, tellingIn } from './telling.ts';

type VsvPart = Omit<ReportPart<FiguresOf<'vsv'>>, 'population'>;

/** The verdicts and the shares of the parts; with `telling`, only what may leave the team. */
const verdictTables = (
  report: Pick<FiguresReport, 'by'>,
  parts: readonly VsvPart[],
  telling: Telling | undefined,
): readonly PaperTable[] => {
  const [whole] = parts;
  const { told, toldOf, share } = tellingIn(telling);
  return [
    tableOf(
      'Oordeel en de stap die besliste',
      report,
      parts,
      [textColumn('Oordeel'), textColumn('Stap'), numberColumn('Aantal')],
      ({ part, figures }) =>
        (telling && whole
          ? everyLine(
              whole.figures.verdicts,
              figures.verdicts,
              (one, other) => one.verdict === other.verdict && one.step === other.step,
            )
          : figures.verdicts
        ).map(({ verdict, step, count }) => [
          verdictNames[verdict],
          step,
          told(count, part, (each) => each.verdict === verdict && each.step === step),
        ]),
    ),
    tableOf(
      'Aandeel per niveau',
      report,
      parts,
      [
        textColumn('Studenten van niveau'),
        numberColumn('Van'),
        numberColumn('Vermoedelijk VSV'),
        numberColumn('Nog niet te zeggen'),
        percentColumn('VSV (%)'),
        percentColumn('Met open (%)'),
        percentColumn('Norm (%)'),
      ],
      ({ part, figures }) =>
        figures.shares
          // A niveau within a part is a part of both: that is told inside the team only.
          .filter(({ niveau }) => niveau === 'all' || part === undefined || !telling)
          .map(({ niveau, of, presumed, open, percent, percentWithOpen, norm }) => {
            const place = niveau === 'all' ? part : { by: 'niveau' as const, value: niveau };
            const isOneOf = (each: Boxes): boolean => !isOut(each);
            return [
              niveau === 'all' ? 'alle' : niveau,
              toldOf(of, place, isOneOf),
              told(presumed, place, isPresumed),
              told(open, place, ({ verdict }) => verdict === 'open'),
              share(percent, place, isPresumed, isOneOf),
              share(percentWithOpen, place, ({ verdict }) => verdict !== 'no', isOneOf),
              norm ?? null,
            ];
          }),
    ),
  ];
};

const normTable = (vsv: NonNullable<FiguresReport['vsv']> | undefined): PaperTable => ({
  title: 'Normen',
  columns: [textColumn('Niveau'), percentColumn('Norm (%)'), textColumn('Bron')],
  rows: (vsv?.shares ?? []).flatMap(({ niveau, norm, normSource }) =>
    norm === undefined ? [] : [[niveau, norm, normSource ?? shippedVsvSource]],
  ),
});

/** In the team, of the whole school: what the count of VSV comes to. */
export const vsvOfWholeTables = (vsv: NonNullable<FiguresReport['vsv']>): readonly PaperTable[] => [
  ...verdictTables({}, [{ value: wholeSchool, part: undefined, figures: vsv }], undefined),
  normTable(vsv),
  ...besideVsv(vsv),
];

/** Of the VSV verdicts; with `telling`, only what may leave the team. */
export const vsvTables = (report: FiguresReport, telling: Telling | undefined): readonly PaperTable[] => {
  const parts = partsOf(report, 'vsv');
  const { toldOf } = tellingIn(telling);
  return [
    ...verdictTables(report, parts, telling),
    tableOf(
      'Populatie',
      report,
      parts,
      [numberColumn('Populatie'), ...(telling ? [] : [numberColumn('Geleverd'), numberColumn('Afgeleid')])],
      ({ part, population: { size, delivered, derived } }) => [
        [toldOf(size, part, everybody), ...(telling ? [] : [delivered, derived])],
      ],
    ),
    normTable(report.vsv),
    ...(report.vsv && !telling ? besideVsv(report.vsv) : []),
  ];
};

const besideVsv = ({ unknowns, duo }: NonNullable<FiguresReport['vsv']>): readonly PaperTable[] => [
  {
    title: 'Wat niet bekend is',
    columns: [textColumn('Wat'), numberColumn('Aantal')],
    rows: unknowns.map(({ unknown, count }) => [unknownNames[unknown], count]),
  },
  {
    title: 'Naast het oordeel van DUO',
    columns: [
      textColumn('Oordeel van de school'),
      textColumn('DUO'),
      textColumn('Status'),
      numberColumn('Aantal'),
    ],
    rows: duo.map(({ verdict, duo: said, status, count }) => [
      verdictNames[verdict],
      said === 'vsv' ? 'VSV' : 'geen VSV',
      status === 'definitive' ? 'definitief' : 'voorlopig',
      count,
    ]),
  },
];
