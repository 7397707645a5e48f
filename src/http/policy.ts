import { type CanActivate, type ExecutionContext, Injectable, SetMetadata, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import type { Actor } from '../kernel/message.ts';
import { actorOf, type Headers, type PersonRole } from './headers.ts';
import { problem } from './problem.ts';

/**
 * Who may come in by a route: anybody without saying who he is, anybody who says so where the decider (or the
 * view) judges further, or only these roles.
 */
export type Policy = 'public' | 'judgedInside' | readonly PersonRole[];

const policyKey = 'wissel:policy';

/** Every route has one; a route without stops the start. */
export const WhoMayAsk = (policy: Policy): ReturnType<typeof SetMetadata> => SetMetadata(policyKey, policy);

const policyOf = (handler: object): Policy | undefined =>
  Reflect.getMetadata(policyKey, handler) as Policy | undefined;

/** A request after the guard: the one who asks is known. */
export interface AskedRequest {
  readonly headers: Headers;
  actor?: Actor;
}

export const actorIn = (request: AskedRequest): Actor => {
  if (!request.actor) throw problem('ActorMissing');
  return request.actor;
};

/** Denies whatever no policy allows. */
@Injectable()
export class PolicyGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const policy = policyOf(context.getHandler());
    if (policy === 'public') return true;
    if (policy === undefined) throw problem('NotYours');
    const request = context.switchToHttp().getRequest<AskedRequest>();
    const actor = actorOf(request.headers);
    if (policy !== 'judgedInside' && !policy.some((role) => role === actor.role)) throw problem('NotYours');
    request.actor = actor;
    return true;
  }
}

/** The routes of these controllers that nobody gave a policy. */
export const routesWithoutPolicy = (controllers: readonly Type<unknown>[]): readonly string[] =>
  controllers.flatMap((controller) => {
    const prototype = controller.prototype as object;
    const path = Reflect.getMetadata(PATH_METADATA, controller) as string | undefined;
    return Object.getOwnPropertyNames(prototype).flatMap((name) => {
      const handler = (Object.getOwnPropertyDescriptor(prototype, name)?.value ?? undefined) as unknown;
      if (typeof handler !== 'function' || !Reflect.hasMetadata(METHOD_METADATA, handler)) return [];
      if (policyOf(handler) !== undefined) return [];
      const route = Reflect.getMetadata(PATH_METADATA, handler) as string | undefined;
      return [`${controller.name}.${name} (/${path ?? ''}/${route ?? ''})`];
    });
  });
