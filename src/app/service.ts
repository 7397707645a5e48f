import { Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { CqrsModule } from '@nestjs/cqrs';
import type { Logger } from 'pino';
import { commandControllers } from '../http/command-routes.ts';
import type { Monotonic } from '../ports/monotonic.ts';
import { invitationController } from '../http/invitations.ts';
import { problemNamed } from '../http/problem.ts';
import { createServer } from '../http/server.ts';
import { viewControllers } from '../http/views/routes.ts';
import { runWriting } from '../cli/writing.ts';
import { type Config, isOwn } from './config.ts';
import { runFollowUp } from './follow-ups.ts';
import { dependantsFrom } from './commands/dependants.ts';
import { commandHandlers } from './commands/handlers.ts';
import { faultOf, nestLogger } from './log.ts';
import { OFFICE, type Office } from './commands/office.ts';
import type { Digests } from './reminders/digests.ts';
import { digestsFor } from './reminders/digests-for.ts';
import { type Background, openBackground } from './open-background.ts';
import { Rebuilds } from './rebuilds.ts';
import { openWorkflows } from './workflows/open.ts';
import type { RunningWorkflows } from './workflows/running.ts';
import { viewsFolder } from './log-place.ts';
import { openOperatorSocket, type OperatorSocket } from './operator-socket.ts';
import type { ReadModels } from './read-models.ts';
import { Reader } from './figures/reader.ts';
import { READING_ROOM, type ReadingRoom } from './answering/reading-room.ts';
import { scoutFinder } from './commands/scouts.ts';
import { tasksFrom } from './commands/where-tasks-stand.ts';
import { version } from './version.ts';
import { viewHandlers } from './answering/view-handlers.ts';
import { openWriting, readModelsOf, systemMonotonic, type Writing, type WritingOptions } from './wiring.ts';

/**
 * Nobody waits longer than this for requests under way, nor for a log that gives no answer; what is killed then was not
 * answered.
 */
const longestDrain = 5_000;

export class PortTaken extends Error {
  override readonly name = 'PortTaken';
}

export interface Service {
  readonly url: string;
  readonly writing: Writing;
  readonly views: ReadModels;
  readonly reader: Reader;
  readonly workflows: RunningWorkflows;
  readonly app: NestFastifyApplication;
  /** Opens the doors to everybody; until then only health answers. */
  open(): void;
  /** Drains and closes; a second call waits for the first. Resolves with the exit code. */
  stop(exitCode?: number): Promise<number>;
  readonly stopped: Promise<number>;
}

@Module({})
class WisselModule {}

export const startService = async (
  config: Config,
  log: Logger,
  options: Pick<WritingOptions, 'clock'> & { readonly monotonic?: Monotonic } = {},
): Promise<Service> => {
  const { place, port, host } = config;
  let state: 'starting' | 'open' | 'stopping' = 'starting';
  /** A simulation is making its school: nobody else writes into that. */
  let occupied = false;
  let app: NestFastifyApplication | undefined;
  let socket: OperatorSocket | undefined;
  let views: ReadModels | undefined;
  let running: RunningWorkflows | undefined;
  let digests: Digests | undefined;
  let background: Background | undefined;
  let nudged = false;
  let reader: Reader | undefined;
  let stopping: Promise<number> | undefined;
  const ended = Promise.withResolvers<number>();

  const fail = (what: string) => (error: Error) => {
    log.fatal(faultOf(error), what);
    void stop(1);
  };
  const writing = await openWriting(place, {
    ...(options.clock && { clock: options.clock }),
    onFatal: fail('the log could not be written; the service stops rather than guess'),
    // One nudge per turn of the event loop: commands that share a commit need no more.
    onCommitted: () => {
      if (nudged) return;
      nudged = true;
      setImmediate(() => {
        nudged = false;
        views?.nudge();
        running?.nudge();
      });
    },
    alone: async (work) => {
      occupied = true;
      try {
        return await work();
      } finally {
        occupied = false;
      }
    },
  });

  const close = async (): Promise<void> => {
    const server = app?.getHttpServer() as { closeAllConnections(): void } | undefined;
    const late = setTimeout(() => {
      server?.closeAllConnections();
      void writing.store.close();
    }, longestDrain);
    await app?.close();
    // First, so that a mail under way is sent; then the rest of the day's is another instance's, or for after the restart.
    await background?.jobs.close();
    await digests?.stop();
    await running?.stop();
    clearTimeout(late);
    await Promise.all([socket?.close(), reader?.close(), views?.stop()]);
    await writing.close();
  };
  const stop = (exitCode = 0): Promise<number> => {
    state = 'stopping';
    stopping ??= close().then(
      () => exitCode,
      (error: unknown) => {
        log.error(faultOf(error), 'stopping went wrong');
        return 1;
      },
    );
    void stopping.then(ended.resolve);
    return stopping;
  };

  try {
    const { jobs, timers } = (background = await openBackground(config, writing.clock, log));
    views = readModelsOf(writing, (error) =>
      log.error(faultOf(error), 'the read models broke off; they start again by themselves'),
    );
    const viewsThere = views.start();
    reader = new Reader(
      { log: place.log, views: viewsFolder(place) },
      (followUps) => {
        void (async () => {
          for (const followUp of followUps) await runFollowUp(writing.engine, followUp);
        })().catch((error: unknown) => {
          if (state !== 'stopping') log.error(faultOf(error), 'a follow-up is still to be done');
        });
      },
      fail('the reader of the log cannot go on'),
    );
    const [theViews, theReader] = [views, reader];
    let waiting = 0;
    const theWorkflows = (running = await openWorkflows(writing, theViews, {
      monotonic: options.monotonic ?? systemMonotonic,
      onFault: (error) => log.error(faultOf(error), 'the workflows stood still; they go on by themselves'),
      // Loudly: nobody is reminded while the clock is not believed.
      onClockJump: (jump) => log.error(jump, 'the clock jumped; no timer fires until it is steady again'),
      peopleWaiting: () => waiting,
      leaseLasts: config.leaseLasts,
      ...(config.redis && { redis: config.redis }),
      timers: timers(),
      // Whoever is gone may have left something undone: the reader finds it.
      onTakenOver: () => void theReader.catchUp().catch(() => undefined),
    }));
    const rebuilds = new Rebuilds(jobs, theViews, writing.random);
    const theDigests = (digests = digestsFor(config, writing, {
      readModels: theViews,
      monotonic: options.monotonic ?? systemMonotonic,
      // Where jobs are shared, one instance at a time does that of a day.
      mayWrite: () => state === 'open' && !occupied && (config.redis !== undefined || theWorkflows.sendsMail),
      jobs,
      logger: log,
    }));
    const office: Office = {
      store: writing.store,
      engine: writing.engine,
      hashing: writing.hashing,
      clock: writing.clock,
      random: writing.random,
      secrets: writing.secrets,
      calendars: config.baseUrl !== undefined,
      dependantsOf: dependantsFrom(writing.store, theViews),
      scoutFor: scoutFinder(theReader, theViews),
      whereTasksStand: tasksFrom(writing.store, theViews),
    };
    const room: ReadingRoom = {
      store: writing.store,
      engine: writing.engine,
      hashing: writing.hashing,
      clock: writing.clock,
      views: theViews,
      reader: theReader,
      ...(config.baseUrl !== undefined && { baseUrl: config.baseUrl }),
      ...(theDigests && { digests: () => theDigests.status }),
      workflows: theWorkflows,
      jobs,
      state: () => (occupied && state === 'open' ? 'starting' : state),
    };
    app = await createServer({
      module: {
        module: WisselModule,
        imports: [CqrsModule.forRoot()],
        providers: [
          { provide: OFFICE, useValue: office },
          { provide: READING_ROOM, useValue: room },
          ...commandHandlers,
          ...viewHandlers,
        ],
      },
      controllers: [...commandControllers, ...viewControllers, invitationController],
      logger: nestLogger(log),
      unforeseen: (error) => log.error(faultOf(error), 'a request could not be answered'),
      version,
      requests: {
        came: () => {
          waiting += 1;
        },
        over: () => {
          waiting -= 1;
        },
      },
      gate: () => {
        if (state === 'open' && !occupied) return undefined;
        return problemNamed(state === 'stopping' ? 'Stopping' : 'Starting');
      },
    });
    socket = await openOperatorSocket(place.folder, async (argv, io) => {
      if (state === 'open' && !occupied)
        return runWriting(
          argv,
          {
            writing: async () => writing,
            readModels: async () => theViews,
            workflows: async () => theWorkflows,
            jobs: async () => jobs,
            rebuilds: async () => rebuilds,
            seal: (question) => theReader.ask('seal', question),
          },
          io,
        );
      io.err('The service is starting, stopping or making a school; ask again in a moment.\n');
      return 1;
    });
    await app.listen({ port, host }).catch((error: unknown) => {
      throw (error as { readonly code?: unknown }).code === 'EADDRINUSE'
        ? new PortTaken(
            `Port ${port} is taken by another program. Stop that one, or choose another port: WISSEL_PORT=3001 (0: any free one).`,
          )
        : error;
    });
    const service: Service = {
      url: await app.getUrl(),
      writing,
      views,
      reader,
      workflows: theWorkflows,
      app,
      open: () => {
        if (state === 'starting') state = 'open';
        // Not both at once: read models that are built anew and the reader of the whole log each want a processor.
        void viewsThere
          .then(() => {
            theWorkflows.start();
            theDigests?.start();
            return theReader.catchUp();
          })
          .catch(() => undefined);
      },
      stop,
      stopped: ended.promise,
    };
    const listening = { url: service.url, auth: config.auth, version };
    if (isOwn(host)) log.info(listening, 'listening on this machine only (AUTH=dev)');
    else
      log.warn(
        { ...listening, host },
        'there is no login yet (AUTH=dev): whoever reaches this port is believed to be whom he says; let nobody but this machine reach it',
      );
    return service;
  } catch (error) {
    await stop(1);
    throw error;
  }
};
