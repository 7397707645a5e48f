import type { OutcomeFigure, OutcomesReport } from '../../../../projections/figures/index.ts';
import { splitNames, splitValueName } from './names.ts';
import { indicatorWords } from './definitions.ts';
import { percentText, statusText, table, yearText } from './reports.ts';

type Norm = NonNullable<OutcomesReport['indicators'][number]['niveaus'][number]['norm']>;

/** A norm that no source confirms says so wherever it is shown. */
const normText = (norm: Norm | undefined): string =>
  norm === undefined ? '' : `${percentText(norm.percent)}${norm.confirmed ? '' : ' (norm niet bevestigd)'}`;

const line = (of: string, figure: OutcomeFigure, norm?: Norm): readonly (string | number)[] => [
  of,
  figure.numerator,
  figure.denominator,
  percentText(figure.percent),
  figure.overYears.computable ? percentText(figure.overYears.percent) : 'te weinig jaren',
  figure.overYears.years.length,
  normText(norm),
];

/** For people, in Dutch. */
export const outcomesText = ({
  schoolYear,
  peildata,
  knownOn,
  ordinal,
  status,
  indicators,
}: OutcomesReport): string => {
  const parts = [
    `Studiesucces ${yearText(schoolYear)}, ${statusText[status]} (peildata ${peildata[0]} en ${peildata[1]}), zoals bekend op ${knownOn}; stand van het logboek: ${ordinal}`,
    ...indicators.map(({ indicator, whole, niveaus, splits }) =>
      [
        `${indicator.name} (${indicator.id} ${indicator.version}: ${indicator.source})`,
        `  noemer: ${indicatorWords[indicator.id].population}`,
        `  teller: ${indicatorWords[indicator.id].counts}`,
        table(
          ['', 'teller', 'noemer', 'aandeel', 'driejaars', 'jaren', 'norm'],
          [
            line('alle', whole),
            ...niveaus.map(({ niveau, norm, ...figure }) => line(`niveau ${niveau}`, figure, norm)),
            ...(splits ?? []).map(({ by, value, ...figure }) =>
              line(`${splitNames[by].toLowerCase()} ${splitValueName(value)}`, figure),
            ),
          ],
        ),
        ...niveaus.flatMap(({ niveau, norm }) =>
          norm?.confirmed === true ? [`  norm niveau ${niveau}: ${norm.source}`] : [],
        ),
        ...(whole.notKnown === 0
          ? []
          : [`  Van ${whole.notKnown} is niet te zeggen of zij erbij horen: een niveau is niet bekend.`]),
      ].join('\n'),
    ),
  ];
  return `${parts.join('\n\n')}\n`;
};
