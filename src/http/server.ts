import 'reflect-metadata';
import type { DynamicModule, LoggerService, NestApplicationOptions, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { BodyPipe } from './body-pipe.ts';
import { jsonTrouble } from './json-check.ts';
import { PolicyGuard, routesWithoutPolicy } from './policy.ts';
import { type ProblemBody, problem, problemNamed, problemType } from './problem.ts';
import { ProblemFilter } from './problem-filter.ts';

const largestBody = 102_400;
/** Longer than any honest request takes to arrive, shorter than a school day of holding a connection. */
const slowestRequest = 30_000;

export class RoutesWithoutPolicy extends Error {
  override readonly name = 'RoutesWithoutPolicy';
}

export interface ServerParts {
  readonly module: DynamicModule;
  readonly controllers: readonly Type<unknown>[];
  readonly logger: LoggerService | false;
  /** Told of what nobody foresaw, for the log. */
  readonly unforeseen: (error: unknown) => void;
  readonly version: string;
  /** Why nobody is let in now, health apart; undefined: the doors are open. */
  readonly gate?: () => ProblemBody | undefined;
  /** Told of each request when it comes and when it is over, answered or not. */
  readonly requests?: { readonly came: () => void; readonly over: () => void };
}

export const documentOf = (app: NestFastifyApplication, version: string): OpenAPIObject =>
  SwaggerModule.createDocument(
    app,
    new DocumentBuilder()
      .setTitle('Wissel')
      .setDescription(
        'Commands: POST `/api/{subjects}/{id}/{command}`, each with its own Idempotency-Key. Queries: GET. ' +
          'Until there is a real login (AUTH=dev) the headers X-Actor and X-Role say who asks.',
      )
      .setVersion(version)
      .addApiKey({ type: 'apiKey', in: 'header', name: 'X-Actor', description: 'UUID of who asks' }, 'actor')
      .addApiKey({ type: 'apiKey', in: 'header', name: 'X-Role', description: 'the role in which' }, 'role')
      .addSecurityRequirements({ actor: [], role: [] })
      .build(),
  );

/**
 * While headers are believed, a web page must not come in by a name that its own server lets point here (DNS
 * rebinding): only this machine's own names are answered to.
 */
const isThisMachine = (host: string | undefined): boolean =>
  host === undefined || /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i.test(host);

/** The application over HTTP, ready to listen. A route that nobody gave a policy stops it here. */
export const createServer = async ({
  module,
  controllers,
  logger,
  unforeseen,
  version,
  gate = () => undefined,
  requests,
}: ServerParts): Promise<NestFastifyApplication> => {
  const open = routesWithoutPolicy(controllers);
  if (open.length > 0)
    throw new RoutesWithoutPolicy(
      `These routes do not say who may ask, so nobody may start them: ${open.join(', ')}`,
    );

  const adapter = new FastifyAdapter({
    bodyLimit: largestBody,
    requestTimeout: slowestRequest,
    return503OnClosing: false,
    routerOptions: { maxParamLength: 200 },
  });
  // Nest declares its options as a class that nobody can make an instance of.
  const options: unknown = { logger, bodyParser: false, abortOnError: false };
  const app = await NestFactory.create<NestFastifyApplication>(
    { ...module, controllers: [...(module.controllers ?? []), ...controllers] },
    adapter,
    options as NestApplicationOptions,
  );
  const fastify = app.getHttpAdapter().getInstance();
  // Refuses `__proto__` and `constructor.prototype` anywhere in a body.
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeContentTypeParser(['text/plain', 'application/json']);
  fastify.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (jsonTrouble(body.toString()) === undefined) void parse(request, body.toString(), done);
    else done(problem('MalformedJson'));
  });
  if (requests)
    fastify.addHook('onRequest', (_request, reply, done) => {
      requests.came();
      reply.raw.once('close', requests.over);
      done();
    });
  fastify.addHook('onRequest', (request, reply, done) => {
    const closed = !isThisMachine(request.headers.host)
      ? problemNamed('WrongHost')
      : request.url.startsWith('/health/')
        ? undefined
        : gate();
    if (!closed) {
      done();
      return;
    }
    void reply
      .code(closed.status)
      .header('content-type', problemType)
      .header('connection', 'close')
      .header('retry-after', '5')
      .send(JSON.stringify(closed));
  });
  app.useGlobalPipes(new BodyPipe());
  app.useGlobalGuards(new PolicyGuard());
  app.useGlobalFilters(new ProblemFilter(unforeseen));
  SwaggerModule.setup('api/docs', app, () => documentOf(app, version), {
    jsonDocumentUrl: 'api/openapi.json',
    yamlDocumentUrl: 'api/openapi.yaml',
    customSiteTitle: 'Wissel API',
  });
  await app.init();
  await fastify.ready();
  return app;
};
