import {
  type BridgeReport,
  type EventNamed,
  type NearReport,
  splits,
  type WhyReport,
} from '../../../projections/figures/index.ts';
import {
  mendWords,
  nearKindWords,
  outsideCauseWords,
  standingText,
  standingWords,
} from '../figures/texts/inspection.ts';
import {
  evidenceNames,
  registerNames,
  splitNames,
  splitValueName,
  standsAsName,
  totalOf,
  unknownNames,
  verdictText,
} from '../figures/texts/names.ts';
import { yearText } from '../figures/texts/reports.ts';
import type { Paper } from './paper.ts';
import { numberColumn, restsOn, textColumn } from './report-tables.ts';
import {
  definitionsLines,
  ordinalLine,
  parameterLines,
  questionLines,
  reportLine,
  reservationLines,
  statusLine,
} from './verantwoording.ts';
import { vsvOfWholeTables } from './vsv-tables.ts';

const eventColumns = [
  textColumn('Gebeurtenis'),
  numberColumn('Nummer'),
  ...['Wat', 'Op', 'Vastgelegd'].map(textColumn),
];
const eventCells = ({
  id,
  ordinal,
  type,
  on,
  recordedOn,
}: EventNamed): readonly (string | number | null)[] => [id, ordinal, type, on ?? null, recordedOn];

/** Of one student: every figure of the year, and the step that decided. */
export const whyPaper = (report: WhyReport): Paper => ({
  title: `Waarom wel, waarom niet ${yearText(report.schoolYear)}`,
  tables: [
    {
      title: 'Cijfers',
      columns: ['Cijfer', 'Uitkomst', 'Vak', 'Stap', 'Wat de stap zegt'].map(textColumn),
      rows: report.figures.flatMap(({ figure, standing, as, decidedBy, before }) => [
        ...before.map(({ step, says }) => [figure, '', '', step, says]),
        [
          figure,
          standingWords[standing],
          as === null ? null : standsAsName(as),
          decidedBy.step,
          decidedBy.says,
        ],
      ]),
    },
    restsOn(
      'Cijfer',
      report.figures.map(({ figure, events }) => ({ of: figure, events })),
    ),
    { title: 'Gebeurtenissen', columns: eventColumns, rows: report.events.map(eventCells) },
  ],
  verantwoording: [
    reportLine('Waarom wel, waarom niet', 'why'),
    { label: 'Traject', value: report.trajectory },
    ...definitionsLines(report.definitions),
    ...questionLines(report),
  ],
});

/** Who would count on the next peildatum, and what prevents it. */
export const nearPaper = (report: NearReport): Paper => ({
  title: `Bijna-teller ${report.peildata[1]}`,
  tables: [
    {
      title: 'Als er niets verandert',
      columns: [textColumn('Wat'), numberColumn('Aantal')],
      rows: [
        ['populatie', report.population],
        ...report.kinds.map(({ kind, count }) => [nearKindWords[kind], count]),
      ],
    },
    {
      title: 'Wat helpt',
      columns: [textColumn('Wat'), numberColumn('Aantal')],
      rows: report.mends.map(({ mend, count }) => [mendWords[mend], count]),
    },
    {
      title: 'Per student',
      columns: ['Traject', 'Wat', 'Register', 'Wat er gebeurde', 'Oordeel', 'Niet bekend', 'Wat helpt'].map(
        textColumn,
      ),
      rows: report.cases.map(({ trajectory, kind, register, evidence, vsv, mends }) => [
        trajectory,
        nearKindWords[kind],
        register === undefined ? null : registerNames[register],
        evidence === undefined ? null : evidenceNames[evidence],
        vsv === undefined ? null : verdictText(vsv),
        (vsv?.unknowns ?? []).map((unknown) => unknownNames[unknown]).join('; '),
        mends.map((mend) => mendWords[mend]).join('; '),
      ]),
    },
    {
      title: 'Waar zij zitten',
      columns: ['Traject', ...splits.map((split) => splitNames[split])].map(textColumn),
      rows: report.cases.flatMap(({ trajectory, splits: values }) =>
        values === undefined ? [] : [[trajectory, ...splits.map((split) => splitValueName(values[split]))]],
      ),
    },
    ...vsvOfWholeTables(report.vsv),
    restsOn(
      'Traject',
      report.cases.map(({ trajectory, events }) => ({ of: trajectory, events })),
    ),
  ],
  verantwoording: [
    reportLine('Bijna-teller', 'near'),
    ...definitionsLines(report.definitions),
    ...questionLines(report),
  ],
});

/** What stands between one school year as known on two days. */
export const bridgePaper = ({
  schoolYear,
  peildata,
  from,
  to,
  ordinal,
  lines,
  steps,
  deliveries,
  read: [first, second],
  reservation,
}: BridgeReport): Paper => ({
  title: `Van bekend op ${from} naar bekend op ${to}, ${yearText(schoolYear)}`,
  tables: [
    {
      title: 'Totalen',
      columns: [
        textColumn('Deel'),
        textColumn('Waarde'),
        ...['Eerst', 'Erbij', 'Eraf', 'Nu'].map(numberColumn),
      ],
      rows: lines.map(({ part, value, before, came, went, after }) => [
        ...totalOf({ part, value }),
        before,
        came,
        went,
        after,
      ]),
    },
    {
      title: 'Stappen',
      columns: [textColumn('Van'), textColumn('Naar'), numberColumn('Aantal')],
      rows: steps.map((step) => [standingText(step.from), standingText(step.to), step.count]),
    },
    {
      title: 'Per student',
      columns: [...['Traject', 'Van', 'Naar', 'Waardoor'].map(textColumn), ...eventColumns],
      rows: steps.flatMap((step) =>
        step.moves.flatMap(({ trajectory, because, otherwise }) => {
          const who = [trajectory, standingText(step.from), standingText(step.to)];
          return [
            ...(otherwise === undefined
              ? []
              : [[...who, outsideCauseWords[otherwise], ...eventColumns.map(() => null)]]),
            ...because.map((event) => [...who, 'een gebeurtenis', ...eventCells(event)]),
          ];
        }),
      ),
    },
  ],
  verantwoording: [
    reportLine('Brug tussen twee dagen', 'bridge'),
    ...definitionsLines(second.definitions),
    { label: 'Schooljaar', value: yearText(schoolYear) },
    { label: 'Peildata', value: `${peildata[0]} en ${peildata[1]}` },
    { label: 'Zoals bekend op', value: `${from} en ${to}` },
    statusLine(second.status),
    ordinalLine(ordinal),
    ...parameterLines(first.parameters, second.parameters),
    ...reservationLines(reservation),
    {
      label: 'Leveringen van het register in de tussentijd',
      value: deliveries.length === 0 ? 'geen' : deliveries.join(', '),
    },
  ],
});
