import { HttpException } from '@nestjs/common';
import { type ProblemCode, problemWords } from './problem-words.ts';

export const problemType = 'application/problem+json; charset=utf-8';

/** A sentence for the office and one for who works in English. */
export interface Words {
  readonly nl: string;
  readonly en: string;
}

export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly detailEn: string;
  readonly code: string;
  /** What it is about: the members of a refusal, or the members of a body that are wrong. */
  readonly about?: Readonly<Record<string, unknown>>;
}

/** Everything that goes wrong leaves as RFC 9457 problem details. */
export class Problem extends HttpException {
  readonly body: ProblemBody;

  constructor(
    readonly code: string,
    status: number,
    words: Words,
    readonly about?: Readonly<Record<string, unknown>>,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    const body = problemBody(code, status, words, about);
    super(body, status);
    this.body = body;
  }
}

export const problemBody = (
  code: string,
  status: number,
  words: Words,
  about?: Readonly<Record<string, unknown>>,
): ProblemBody => ({
  type: `urn:wissel:problem:${code}`,
  title: code,
  status,
  detail: words.nl,
  detailEn: words.en,
  code,
  ...(about && Object.keys(about).length > 0 ? { about } : {}),
});

export const problem = (
  code: ProblemCode,
  about?: Readonly<Record<string, unknown>>,
  headers?: Readonly<Record<string, string>>,
): Problem => {
  const { status, ...words } = problemWords[code];
  return new Problem(code, status, words, about, headers);
};

/** A problem that is answered before any route is reached. */
export const problemNamed = (code: ProblemCode): ProblemBody => {
  const { status, ...words } = problemWords[code];
  return problemBody(code, status, words);
};
