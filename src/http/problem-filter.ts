import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { ProblemCode } from './problem-words.ts';
import { Problem, problem, problemType } from './problem.ts';

interface Reply {
  readonly sent: boolean;
  status(code: number): Reply;
  header(name: string, value: string): Reply;
  send(body: string): unknown;
}

const statusOf = (error: unknown): number | undefined => {
  if (error instanceof HttpException) return error.getStatus();
  if (
    typeof error === 'object' &&
    error !== null &&
    'statusCode' in error &&
    typeof error.statusCode === 'number'
  )
    return error.statusCode;
  return undefined;
};

/** Nest hands on what Fastify's JSON parser says, without its code. */
const isAboutTheBody = (error: unknown): boolean =>
  error instanceof Error && /\b(body|json|prototype)\b/i.test(error.message);

/** What the log says when it cannot take a command, or cannot be read, by the name of its error. */
const faultsOfTheLog: Readonly<Record<string, ProblemCode>> = {
  StoreFull: 'StoreFull',
  UnknownOutcome: 'OutcomeUnknown',
  StoreAway: 'LogAway',
  StoreClosed: 'Stopping',
};

/** What the log or the web framework itself cannot do, in our own words. */
export const problemOf = (error: unknown): Problem => {
  if (error instanceof Problem) return error;
  const fault = error instanceof Error ? faultsOfTheLog[error.name] : undefined;
  if (fault) return problem(fault);
  const status = statusOf(error);
  if (status === undefined || status >= 500) return problem('InternalError');
  if (status === 404) return problem('NotFound');
  if (status === 413) return problem('BodyTooLarge');
  if (status === 415) return problem('UnsupportedMediaType');
  return problem(isAboutTheBody(error) ? 'MalformedJson' : 'MalformedRequest');
};

/** Everything that goes wrong leaves as `application/problem+json`; what nobody foresaw goes to the log. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  readonly #unforeseen: (error: unknown) => void;

  constructor(unforeseen: (error: unknown) => void) {
    this.#unforeseen = unforeseen;
  }

  catch(error: unknown, host: ArgumentsHost): void {
    const found = problemOf(error);
    if (found.code === 'InternalError') this.#unforeseen(error);
    const reply = host.switchToHttp().getResponse<Reply>();
    if (reply.sent) return;
    for (const [name, value] of Object.entries(found.headers)) reply.header(name, value);
    reply
      .status(found.getStatus())
      .header('content-type', problemType)
      .send(JSON.stringify(found.getResponse()));
  }
}
