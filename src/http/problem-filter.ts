import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import { Problem, problem } from './problem.ts';

interface Reply {
  readonly sent: boolean;
  status(code: number): Reply;
  header(name: string, value: string): Reply;
  send(body: string): unknown;
}

const statusOf = (error: unknown): number | undefined => {
  if (error instanceof HttpException) return error.getStatus();
  if (typeof error === 'object' && error !== null && 'statusCode' in error && typeof error.statusCode === 'number')
    return error.statusCode;
  return undefined;
};

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';

/** What the web framework itself refuses, in our own words. */
const problemOf = (error: unknown): Problem => {
  if (error instanceof Problem) return error;
  const status = statusOf(error);
  if (status === undefined || status >= 500) return problem('InternalError');
  if (status === 404) return problem('NotFound');
  if (status === 413) return problem('BodyTooLarge');
  if (status === 415) return problem('UnsupportedMediaType');
  const code = codeOf(error);
  if (error instanceof SyntaxError || code.startsWith('FST_ERR_CTP')) return problem('MalformedJson');
  return problem('MalformedRequest');
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
      .header('content-type', 'application/problem+json; charset=utf-8')
      .send(JSON.stringify(found.getResponse()));
  }
}
