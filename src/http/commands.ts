import { Body, Controller, HttpCode, Inject, Param, Post, Req, Res, type Type } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiExtraModels, ApiHeader, ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Command } from '@nestjs/cqrs';
import { isUuid, type Uuid } from '../kernel/message.ts';
import {
  CommandAnswer,
  commandAnswer,
  commandProblems,
  GroupAnswer,
  groupAnswer,
  MayAnswer,
  ProblemAnswer,
  TaskBatchAnswer,
  taskBatchAnswer,
} from './answers.ts';
import { type BodyClass, givenIn } from './bodies/given.ts';
import { commandIdOf, etagOf, seenRevisionOf } from './headers.ts';
import type { Asked, Done, DoneTogether, TasksDone } from './messages.ts';
import { actorIn, type AskedRequest, type Policy, WhoMayAsk } from './policy.ts';
import { problem } from './problem.ts';

interface Reply {
  header(name: string, value: string): unknown;
}

/** `RequestSwitch` is asked at `…/request-switch`. */
export const kebab = (type: string): string =>
  type.replace(/(?<=[a-z0-9])[A-Z]/g, (letter) => `-${letter}`).toLowerCase();

const askedBy = (request: AskedRequest, revised: boolean): Asked => {
  const seenRevision = revised ? seenRevisionOf(request.headers) : undefined;
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

/** One `POST`: where, by whom, with which body, and what comes back. */
export interface CommandRoute<Result> {
  /** Also the operation's name. */
  readonly name: string;
  readonly path: string;
  /** What the path names; absent: the institution, which is the only one of its kind. */
  readonly param?: { readonly name: string; readonly schema: object };
  readonly policy: Policy;
  readonly body: BodyClass<object>;
  readonly says: string;
  /** Whether it is about one stream, whose revision is answered and may be asked for. */
  readonly revised: boolean;
  readonly answers: Type<unknown>;
  readonly problems: readonly number[];
  readonly message: (named: string, given: object, request: AskedRequest) => Command<Result>;
  readonly answer: (result: Result, reply: Reply) => object;
}

/** Routes that are commands, one method each. */
export const postController = <Result>(
  tag: string,
  path: string,
  routes: readonly CommandRoute<Result>[],
): Type<unknown> => {
  class Commands {
    constructor(readonly bus: CommandBus) {}
  }
  Object.defineProperty(Commands, 'name', { value: `${tag}Commands` });
  Inject(CommandBus)(Commands, undefined, 0);

  const prototype = Commands.prototype as Commands & Record<string, unknown>;
  for (const route of routes) {
    const { name, param, revised } = route;
    const handle = async function (
      this: Commands,
      named: string | undefined,
      given: object,
      request: AskedRequest,
      reply: Reply,
    ): Promise<object> {
      return route.answer(await this.bus.execute(route.message(named ?? '', givenIn(given), request)), reply);
    };
    // The documentation looks up the types of a method's parameters by the name of the function.
    Object.defineProperty(handle, 'name', { value: name });
    Object.defineProperty(prototype, name, { value: handle, writable: true, configurable: true });
    const descriptor = Object.getOwnPropertyDescriptor(prototype, name);
    if (!descriptor) throw new Error(`${name} has no method`);
    Reflect.defineMetadata('design:paramtypes', [String, route.body, Object, Object], prototype, name);
    Param(param?.name ?? 'id')(prototype, name, 0);
    Body()(prototype, name, 1);
    Req()(prototype, name, 2);
    Res({ passthrough: true })(prototype, name, 3);
    const decorators = [
      Post(route.path),
      HttpCode(200),
      WhoMayAsk(route.policy),
      ApiOperation({
        operationId: name,
        summary: route.says,
        ...(route.policy === 'public' ? { security: [] } : {}),
      }),
      ApiHeader({
        name: 'Idempotency-Key',
        required: true,
        description: 'the id of this command (a new UUID); repeat a command with the same one',
        schema: { type: 'string', format: 'uuid' },
      }),
      ...(revised
        ? [
            ApiHeader({
              name: 'If-Match',
              required: false,
              description: 'the revision that you have seen, as ETag gives it; another one is a 412',
              schema: { type: 'string', example: '"3"' },
            }),
          ]
        : []),
      ApiResponse({
        status: 200,
        type: route.answers,
        description: 'It is so: recorded now, before, or so already',
        ...(revised
          ? { headers: { ETag: { description: 'revision of the stream', schema: { type: 'string' } } } }
          : {}),
      }),
      MayAnswer(...route.problems),
      ...(param ? [ApiParam({ name: param.name, schema: param.schema })] : []),
    ];
    for (const decorate of decorators.toReversed()) decorate(prototype, name, descriptor);
    Object.defineProperty(prototype, name, descriptor);
  }
  ApiTags(tag)(Commands);
  ApiExtraModels(ProblemAnswer)(Commands);
  Controller(path)(Commands);
  return Commands;
};

interface CommandRoutes<Request extends { readonly type: string }, Result> {
  /** As the path and the documentation name it. */
  readonly name: string;
  readonly path: string;
  /** Whether the path names one of many; the institution is the only one of its kind. */
  readonly withId: boolean;
  readonly bodies: Readonly<Record<Request['type'], BodyClass<object>>>;
  readonly says: (type: Request['type']) => string;
  readonly message: (id: Uuid | undefined, command: Request, asked: Asked) => Command<Result>;
  /** Where the path names what a read model has to find. */
  readonly mayBeUnknown?: boolean;
}

/** What a command to one stream comes to; one to several streams says so itself. */
interface Answering<Result> {
  readonly revised: boolean;
  readonly answers: (type: string) => Type<unknown>;
  readonly answer: (result: Result, reply: Reply) => object;
}

const byOneStream: Answering<Done> = {
  revised: true,
  answers: () => CommandAnswer,
  answer: (done, reply) => {
    if (done.revision >= 0) reply.header('etag', etagOf(done.revision));
    return commandAnswer(done);
  },
};

/** One `POST` per command, each with its own body class: the table of bodies is the table of routes. */
const controllerOf = <Request extends { readonly type: string }, Result>(
  { name, path, withId, bodies, says, message, mayBeUnknown = false }: CommandRoutes<Request, Result>,
  { revised, answers, answer }: Answering<Result>,
): Type<unknown> =>
  postController(
    name,
    path,
    (Object.entries(bodies) as [Request['type'], BodyClass<object>][]).map(
      ([type, body]): CommandRoute<Result> => ({
        name: type,
        path: `${withId ? ':id/' : ''}${kebab(type)}`,
        ...(withId ? { param: { name: 'id', schema: { type: 'string', format: 'uuid' } } } : {}),
        policy: 'judgedInside',
        body,
        says: says(type),
        revised,
        answers: answers(type),
        problems: [
          ...commandProblems.filter((status) => revised || status !== 412),
          ...(mayBeUnknown ? [404] : []),
        ],
        message: (id, given, request) =>
          message(
            withId ? pathId(id) : undefined,
            { type, ...given } as unknown as Request,
            askedBy(request, revised),
          ),
        answer,
      }),
    ),
  );

/** The commands of a subject: each is decided by the one stream that the path names. */
export const commandController = <Request extends { readonly type: string }>(
  routes: CommandRoutes<Request, Done>,
  answersOf: Readonly<Record<string, Type<unknown>>> = {},
): Type<unknown> =>
  controllerOf(routes, {
    ...byOneStream,
    answers: (type) => answersOf[type] ?? CommandAnswer,
  });

/** Commands that many streams decide, each for itself: there is no one revision to have seen. */
export const groupController = <Request extends { readonly type: string }>(
  routes: CommandRoutes<Request, DoneTogether>,
): Type<unknown> => controllerOf(routes, { revised: false, answers: () => GroupAnswer, answer: groupAnswer });

export const taskBatchController = <Request extends { readonly type: string }>(
  routes: CommandRoutes<Request, TasksDone>,
): Type<unknown> =>
  controllerOf(routes, { revised: false, answers: () => TaskBatchAnswer, answer: taskBatchAnswer });
