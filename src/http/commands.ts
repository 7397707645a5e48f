import { Body, Controller, HttpCode, Inject, Param, Post, Req, Res, type Type } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiExtraModels, ApiHeader, ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Command } from '@nestjs/cqrs';
import { isUuid, type Uuid } from '../kernel/message.ts';
import {
  type Answered,
  CommandAnswer,
  commandAnswer,
  commandProblems,
  MayAnswer,
  ProblemAnswer,
} from './answers.ts';
import { type BodyClass, givenIn } from './bodies/given.ts';
import { commandIdOf, etagOf, seenRevisionOf } from './headers.ts';
import type { Asked, Done } from './messages.ts';
import { actorIn, type AskedRequest, WhoMayAsk } from './policy.ts';
import { problem } from './problem.ts';

interface Reply {
  header(name: string, value: string): unknown;
}

/** `RequestSwitch` is asked at `…/request-switch`. */
export const kebab = (type: string): string =>
  type.replace(/(?<=[a-z0-9])[A-Z]/g, (letter) => `-${letter}`).toLowerCase();

const askedBy = (request: AskedRequest): Asked => {
  const seenRevision = seenRevisionOf(request.headers);
  return {
    commandId: commandIdOf(request.headers),
    actor: actorIn(request),
    ...(seenRevision === undefined ? {} : { seenRevision }),
  };
};

export const pathId = (text: string): Uuid => {
  if (!isUuid(text)) throw problem('InvalidId');
  return text;
};

interface CommandRoutes<Request extends { readonly type: string }> {
  /** As the path and the documentation name it. */
  readonly name: string;
  readonly path: string;
  /** Whether the path names one of many; the institution is the only one of its kind. */
  readonly withId: boolean;
  readonly bodies: Readonly<Record<Request['type'], BodyClass<object>>>;
  readonly says: (type: Request['type']) => string;
  readonly message: (id: Uuid | undefined, command: Request, asked: Asked) => Command<Done>;
}

/** One `POST` per command of a subject, each with its own body class: the table of bodies is the table of routes. */
export const commandController = <Request extends { readonly type: string }>({
  name,
  path,
  withId,
  bodies,
  says,
  message,
}: CommandRoutes<Request>): Type<unknown> => {
  class Commands {
    constructor(readonly bus: CommandBus) {}
  }
  Object.defineProperty(Commands, 'name', { value: `${name}Commands` });
  Inject(CommandBus)(Commands, undefined, 0);

  const prototype = Commands.prototype as Commands & Record<string, unknown>;
  for (const [type, body] of Object.entries(bodies) as [Request['type'], BodyClass<object>][]) {
    const handle = async function (
      this: Commands,
      id: string | undefined,
      given: object,
      request: AskedRequest,
      reply: Reply,
    ): Promise<Answered> {
      const target = withId ? pathId(id ?? '') : undefined;
      const command = { type, ...givenIn(given) } as unknown as Request;
      const done = await this.bus.execute(message(target, command, askedBy(request)));
      if (done.revision >= 0) reply.header('etag', etagOf(done.revision));
      return commandAnswer(done);
    };
    // The documentation looks up the types of a method's parameters by the name of the function.
    Object.defineProperty(handle, 'name', { value: type });
    Object.defineProperty(prototype, type, { value: handle, writable: true, configurable: true });
    const descriptor = Object.getOwnPropertyDescriptor(prototype, type);
    if (!descriptor) throw new Error(`${type} has no method`);
    Reflect.defineMetadata('design:paramtypes', [String, body, Object, Object], prototype, type);
    Param('id')(prototype, type, 0);
    Body()(prototype, type, 1);
    Req()(prototype, type, 2);
    Res({ passthrough: true })(prototype, type, 3);
    const decorators = [
      Post(`${withId ? ':id/' : ''}${kebab(type)}`),
      HttpCode(200),
      WhoMayAsk('judgedInside'),
      ApiOperation({ operationId: type, summary: says(type) }),
      ApiHeader({
        name: 'Idempotency-Key',
        required: true,
        description: 'the id of this command (a new UUID); repeat a command with the same one',
        schema: { type: 'string', format: 'uuid' },
      }),
      ApiHeader({
        name: 'If-Match',
        required: false,
        description: 'the revision that you have seen, as ETag gives it; another one is a 412',
        schema: { type: 'string', example: '"3"' },
      }),
      ApiResponse({
        status: 200,
        type: CommandAnswer,
        description: 'It is so: recorded now, before, or so already',
        headers: { ETag: { description: 'revision of the stream', schema: { type: 'string' } } },
      }),
      MayAnswer(...commandProblems),
      ...(withId ? [ApiParam({ name: 'id', schema: { type: 'string', format: 'uuid' } })] : []),
    ];
    for (const decorate of decorators.toReversed()) decorate(prototype, type, descriptor);
    Object.defineProperty(prototype, type, descriptor);
  }
  ApiTags(name)(Commands);
  ApiExtraModels(ProblemAnswer)(Commands);
  Controller(path)(Commands);
  return Commands;
};
