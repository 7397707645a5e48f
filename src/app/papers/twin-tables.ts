import {
  type Boxes,
  evidenceSentence,
  type FiguresReport,
  type Flow,
  registerSentence,
} from '../../../projections/figures/index.ts';
import type { PaperTable } from './paper.ts';
import { everyLine, type FiguresOf, numberColumn, partsOf, tableOf, textColumn } from './report-tables.ts';
import { everybody, isPresumed, type Telling, tellingIn } from './telling.ts';

const flowWords = ({ register, evidence }: Pick<Flow, 'register' | 'evidence'>): string =>
  `${registerSentence(register)} ${evidenceSentence(evidence)}`;

/** Of the twin reading; with `telling`, only what may leave the team. */
export const twinTables = (report: FiguresReport, telling: Telling | undefined): readonly PaperTable[] => {
  const parts = partsOf(report, 'twin');
  const [whole] = parts;
  const { told, toldOf } = tellingIn(telling);
  const lines = <Line extends { readonly count: number }>(
    of: (figures: FiguresOf<'twin'>) => readonly Line[],
    mine: FiguresOf<'twin'>,
    same: (one: Line, other: Line) => boolean,
  ): readonly Line[] => (telling && whole ? everyLine(of(whole.figures), of(mine), same) : of(mine));
  const boxes = <Box extends string>(
    title: string,
    label: string,
    of: (figures: FiguresOf<'twin'>) => readonly { readonly box: Box; readonly count: number }[],
    boxOf: (each: Boxes) => Box,
    inWords: (box: Box) => string,
  ): PaperTable =>
    tableOf(
      title,
      report,
      parts,
      [textColumn(label), numberColumn('Aantal'), textColumn('In woorden')],
      ({ part, figures }) =>
        lines(of, figures, (one, other) => one.box === other.box).map(({ box, count }) => [
          box,
          told(count, part, (each) => boxOf(each) === box),
          inWords(box),
        ]),
    );
  return [
    tableOf(
      'Van register naar wat er gebeurde',
      report,
      parts,
      [
        textColumn('Register'),
        textColumn('Wat er gebeurde'),
        numberColumn('Aantal'),
        textColumn('In woorden'),
      ],
      ({ part, figures }) =>
        lines(
          ({ flows }) => flows,
          figures,
          (one, other) => one.register === other.register && one.evidence === other.evidence,
        ).map((flow) => [
          flow.register,
          flow.evidence,
          told(
            flow.count,
            part,
            (each) => each.register === flow.register && each.evidence === flow.evidence,
          ),
          flowWords(flow),
        ]),
    ),
    boxes(
      'Volgens het register',
      'Register',
      ({ register }) => register.map(({ register: box, count }) => ({ box, count })),
      ({ register }) => register,
      registerSentence,
    ),
    boxes(
      'Volgens de school',
      'Wat er gebeurde',
      ({ evidence }) => evidence.map(({ evidence: box, count }) => ({ box, count })),
      ({ evidence }) => evidence,
      evidenceSentence,
    ),
    tableOf(
      'Populatie',
      report,
      parts,
      [
        numberColumn('Populatie'),
        numberColumn('Vermoedelijk VSV'),
        ...(telling
          ? []
          : [numberColumn('Geleverd'), numberColumn('Afgeleid'), numberColumn('Boekhoudingen verschillen')]),
      ],
      ({ part, population: { size, delivered, derived }, figures }) => [
        [
          toldOf(size, part, everybody),
          told(figures.presumed, part, isPresumed),
          ...(telling ? [] : [delivered, derived, figures.accountsDiffer]),
        ],
      ],
    ),
    ...(report.twin && !telling ? [besideTable(report.twin)] : []),
  ];
};

const besideTable = ({ beside }: NonNullable<FiguresReport['twin']>): PaperTable => ({
  title: 'Naast het register',
  columns: [textColumn('Wat'), numberColumn('Aantal')],
  rows: [
    ['geplaatst en definitief', beside.placedOnly.definitive],
    ['geplaatst, niet ingeschreven', beside.placedOnly.placedOnly],
    ['geplaatst, op de peildatum weg', beside.placedOnly.gone],
    ['alleen bij de school bekend', beside.schoolOnly],
    ['switches voor de eerste peildatum', beside.switchBefore],
  ],
});
