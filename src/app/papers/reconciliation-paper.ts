import type { Item, Reconciliation } from '../../../projections/figures/index.ts';
import {
  classWords,
  endSays,
  itemSays,
  itemStates,
  listSays,
  stanceWords,
  onlyThereWords,
} from '../figures/texts/reconciliation.ts';
import { yearText } from '../figures/texts/reports.ts';
import type { Paper, PaperTable } from './paper.ts';
import { numberColumn, restsOn, textColumn } from './report-tables.ts';
import { definitionsLines, questionLines, reportLine } from './verantwoording.ts';

/** With the whole of the delivery's SHA-256, by which the verantwoording names the lists. */
const endedByText = (item: Item): string =>
  item.endedBy && 'delivery' in item.endedBy
    ? `de latere lijst ${item.endedBy.delivery}`
    : endSays(item).trim();

const startPopulations = ({ populations }: Reconciliation): readonly PaperTable[] =>
  populations
    ? [
        {
          title: 'Startpopulatie',
          columns: [textColumn('Wat'), numberColumn('Aantal')],
          rows: [
            ['bij DUO', populations.duo],
            ['bij de school', populations.school],
            ['bij beide', populations.both],
            ...populations.onlyDuo.map(({ why, count }) => [`alleen bij DUO: ${onlyThereWords[why]}`, count]),
            ['alleen bij de school', populations.onlySchool],
            ['bij beide, andere opleidingscode', populations.differs.opleidingscode],
            ['bij beide, andere leerweg', populations.differs.leerweg],
            ['bij beide, ander niveau', populations.differs.niveau],
          ],
        },
        {
          title: 'Startpopulatie, wie er in één staat',
          columns: ['Traject', 'Nummer (versleuteld)', 'Alleen bij', 'Waarom'].map(textColumn),
          rows: populations.items.map(({ trajectory, person, side, why }) => [
            trajectory ?? null,
            person ?? null,
            side === 'duo' ? 'DUO' : 'de school',
            why === 'notListed' ? 'staat niet op de lijst' : onlyThereWords[why],
          ]),
        },
      ]
    : [];

/** DUO's lists of one count year beside what the school knows, each difference with its age and what ended it. */
export const reconciliationPaper = (report: Reconciliation): Paper => ({
  title: `DUO en de school ${yearText(report.schoolYear)}`,
  tables: [
    {
      title: 'Vermoedelijke VSV',
      columns: [textColumn('Wat'), textColumn('Wat de school daarvan vindt'), numberColumn('Aantal')],
      rows: [
        ['DUO noemt', '', report.vsv.duo],
        ['de school vermoedt', '', report.vsv.school],
        ['beide', '', report.vsv.both],
        ...report.classes.map(({ as, stance, count }) => [
          `op de lijst: ${classWords[as]}`,
          stanceWords[stance],
          count,
        ]),
      ],
    },
    ...startPopulations(report),
    {
      title: 'Per student',
      columns: [
        ...['Traject', 'Nummer (versleuteld)', 'Op de lijst', 'Stand', 'Wat de school weet'].map(textColumn),
        textColumn('Sinds'),
        numberColumn('Dagen'),
        textColumn('Afgesloten door'),
      ],
      rows: report.items.map((item) => [
        item.trajectory ?? null,
        item.person ?? null,
        item.side === 'duo' ? 'ja' : 'nee',
        itemStates[item.state],
        itemSays(item),
        item.since,
        item.ageInDays,
        endedByText(item),
      ]),
    },
    restsOn(
      'Traject',
      report.items.flatMap(({ trajectory, endedBy }) =>
        trajectory !== undefined && endedBy && 'events' in endedBy
          ? [{ of: trajectory, events: endedBy.events.map(({ id }) => id) }]
          : [],
      ),
    ),
  ],
  verantwoording: [
    reportLine('DUO en de school', 'reconciliation'),
    ...definitionsLines(report.definitions),
    ...questionLines(report),
    ...(report.lists.length === 0 ? [{ label: 'Lijst', value: 'geen van dit teljaar' }] : []),
    ...report.lists.map((list) => ({
      label: list.delivery === report.compared ? 'Lijst, vergeleken' : 'Lijst',
      value: `${listSays(list)}; SHA-256 ${list.delivery}`,
    })),
  ],
});
