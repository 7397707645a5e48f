import { Controller, Get, Inject, Param, Query, Req, Res, type Type } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Query as QueryMessage } from '@nestjs/cqrs';
import { ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../kernel/message.ts';
import { MayAnswer } from './answers.ts';
import { type BodyClass, givenIn } from './bodies/given.ts';
import { type AskedRequest, actorIn, type Policy, WhoMayAsk } from './policy.ts';
import type { Schema } from './schemas.ts';

/** What a view answers: an object for JSON, or text of another kind. */
export type ViewAnswer =
  | { readonly json: object; readonly etag?: string }
  | {
      readonly text: string;
      readonly type: 'application/x-ndjson' | 'text/calendar';
      /** Nothing on the way may keep it. */
      readonly uncached?: boolean;
    }
  /** A file to take away. */
  | { readonly bytes: Uint8Array; readonly type: string; readonly name: string };

/** One `GET`: its path, its parameters, who may ask and what comes back. */
export interface ViewRoute {
  /** Also the operation's name. */
  readonly name: string;
  readonly tag: string;
  readonly path: string;
  readonly says: string;
  readonly policy: Policy;
  readonly params: Readonly<Record<string, Schema>>;
  /** Absent: there is nothing to ask by. */
  readonly query?: BodyClass<object>;
  /** Absent: it never answers in JSON. */
  readonly answers?: Schema;
  /** Other forms of the answer, by content type. */
  readonly otherForms?: readonly string[];
  readonly problems: readonly number[];
  readonly ask: (
    params: Readonly<Record<string, string>>,
    query: Readonly<Record<string, string | undefined>>,
    actor: Actor | undefined,
  ) => QueryMessage<ViewAnswer>;
}

interface Reply {
  header(name: string, value: string): unknown;
}

/** Every view of the table, each with its route. */
export const viewController = (routes: readonly ViewRoute[]): Type<unknown> => {
  class Views {
    constructor(readonly bus: QueryBus) {}
  }
  Inject(QueryBus)(Views, undefined, 0);
  const prototype = Views.prototype as Views & Record<string, unknown>;
  for (const route of routes) {
    const { name } = route;
    const handle = async function (
      this: Views,
      params: Readonly<Record<string, string>>,
      query: object = {},
      request: AskedRequest,
      reply: Reply,
    ): Promise<object | string> {
      const actor = route.policy === 'public' ? undefined : actorIn(request);
      const answer = await this.bus.execute(
        route.ask(params, givenIn(query) as Record<string, string>, actor),
      );
      if ('text' in answer) {
        reply.header('content-type', `${answer.type}; charset=utf-8`);
        if (answer.uncached === true) reply.header('cache-control', 'no-store');
        return answer.text;
      }
      if ('bytes' in answer) {
        reply.header('content-type', answer.type);
        reply.header('content-disposition', `attachment; filename="${answer.name}"`);
        reply.header('cache-control', 'no-store');
        return Buffer.from(answer.bytes);
      }
      if (answer.etag !== undefined) reply.header('etag', answer.etag);
      return answer.json;
    };
    // The documentation looks up the types of a method's parameters by the name of the function.
    Object.defineProperty(handle, 'name', { value: name });
    Object.defineProperty(prototype, name, { value: handle, writable: true, configurable: true });
    const descriptor = Object.getOwnPropertyDescriptor(prototype, name);
    if (!descriptor) throw new Error(`${name} has no method`);
    Reflect.defineMetadata(
      'design:paramtypes',
      [Object, route.query ?? Object, Object, Object],
      prototype,
      name,
    );
    Param()(prototype, name, 0);
    if (route.query) Query()(prototype, name, 1);
    Req()(prototype, name, 2);
    Res({ passthrough: true })(prototype, name, 3);
    const content = Object.fromEntries([
      ...(route.answers ? [['application/json', { schema: route.answers }]] : []),
      ...(route.otherForms ?? []).map((type) => [type, { schema: { type: 'string' } }]),
    ]) as Record<string, { schema: object }>;
    const decorators = [
      Get(route.path),
      WhoMayAsk(route.policy),
      ApiTags(route.tag),
      ApiOperation({ operationId: name, summary: route.says }),
      ApiResponse({ status: 200, description: route.says, content }),
      MayAnswer(...route.problems),
      ...Object.entries(route.params).map(([param, schema]) =>
        ApiParam({ name: param, required: true, schema }),
      ),
    ];
    for (const decorate of decorators.toReversed()) decorate(prototype, name, descriptor);
    Object.defineProperty(prototype, name, descriptor);
  }
  Controller()(Views);
  return Views;
};
