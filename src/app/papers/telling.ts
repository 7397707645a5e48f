import { type Boxes, type Disclosure, type Part, threshold } from '../../../projections/figures/index.ts';
import { type Cell, withheld, withheldText } from './paper.ts';

/** What may be told outside the team of one school year. */
export type Telling = Disclosure;

export const everybody = (): boolean => true;
export const isPresumed = ({ verdict }: Boxes): boolean => verdict === 'presumed';

type Is = (boxes: Boxes) => boolean;

export interface Told {
  /** A number of students who are such. */
  readonly told: (count: number, part: Part | undefined, is: Is) => Cell;
  /** A number of whom others are a share of; it may be everybody. */
  readonly toldOf: (count: number, part: Part | undefined, is: Is) => Cell;
  /** A share in percent of `of`; never of none or of all of them. */
  readonly share: (percent: number | null, part: Part | undefined, is: Is, of: Is) => Cell;
}

/** In the team everything is told. */
const everything: Told = { told: (count) => count, toldOf: (count) => count, share: (percent) => percent };

export const tellingIn = (telling: Telling | undefined): Told =>
  telling === undefined
    ? everything
    : {
        told: (count, part, is) => (telling.tells(part, { in: is }) ? count : withheld),
        toldOf: (count, part, is) => (telling.tellsOf(part, { in: is }) ? count : withheld),
        share: (percent, part, is, of) =>
          percent === null
            ? null
            : percent > 0 &&
                percent < 100 &&
                telling.tells(part, { in: is }) &&
                telling.tellsOf(part, { in: of })
              ? percent
              : withheld,
      };

export const smallNumbersLine = (telling: Telling | undefined) => [
  {
    label: 'Kleine aantallen',
    value:
      telling === undefined
        ? 'alle aantallen staan er: alleen voor binnen het team'
        : `aantallen onder ${threshold}, en wat daartoe te herleiden is, staan er niet: “${withheldText}”`,
  },
];
