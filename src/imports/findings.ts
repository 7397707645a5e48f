import type { Problem } from './problem.ts';

export interface Rejection extends Problem {
  readonly line: number;
  readonly record: string;
}

/** Why a file as a whole does not go in. Nothing was written. */
export interface Refusal extends Problem {
  readonly file: string;
}

export interface Warning<Code extends string = string> {
  readonly code: Code;
  readonly count: number;
  readonly text: string;
}

/** Examples are line numbers, or codes: never a number of a person. */
export type Sentence = (count: number, examples: string) => string;

const mostExamples = 9;
/** A file of nothing but rejected lines must not fill the memory. */
const mostRejections = 10_000;

const moreRejected = {
  MoreRejected: (count, most) => `Rejected lines beyond the ${most} that are listed: ${count}.`,
} as const satisfies Readonly<Record<string, Sentence>>;
type More = keyof typeof moreRejected;

/** Counts warnings by code and keeps a few places of each. */
export class FindingsBy<Code extends string> {
  readonly #sentences: Readonly<Record<string, Sentence>>;
  readonly #warnings = new Map<Code | More, { count: number; readonly examples: string[] }>();
  readonly #rejections: Rejection[] = [];

  constructor(sentences: Readonly<Record<Code, Sentence>>) {
    this.#sentences = { ...sentences, ...moreRejected };
  }

  warn(code: Code | More, example?: string | number): void {
    const known = this.#warnings.get(code) ?? { count: 0, examples: [] };
    known.count += 1;
    const text = example === undefined ? '' : String(example);
    if (text !== '' && known.examples.length <= mostExamples && !known.examples.includes(text))
      known.examples.push(text);
    this.#warnings.set(code, known);
  }

  reject(rejection: Rejection): void {
    if (this.#rejections.length < mostRejections) this.#rejections.push(rejection);
    else this.warn('MoreRejected', mostRejections);
  }

  get warnings(): readonly Warning<Code | More>[] {
    return Object.entries(this.#sentences).flatMap(([code, sentence]) => {
      const found = this.#warnings.get(code as Code);
      if (!found) return [];
      const examples = found.examples.slice(0, mostExamples).join(', ');
      const more = found.examples.length > mostExamples ? ', …' : '';
      return [{ code: code as Code, count: found.count, text: sentence(found.count, `${examples}${more}`) }];
    });
  }

  /** In the order of the file. */
  get rejected(): readonly Rejection[] {
    return this.#rejections.toSorted((a, b) => a.line - b.line);
  }
}
