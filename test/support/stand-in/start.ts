import { Server, ServerCredentials } from '@grpc/grpc-js';
import { randomUUID } from 'node:crypto';
import { appendBy } from './calls/append.ts';
import { batchAppendBy } from './calls/batch-append.ts';
import { deleteBy, tombstoneBy } from './calls/delete.ts';
import { uuidOf } from './calls/messages.ts';
import { readBy } from './calls/read.ts';
import { Faults } from './faults.ts';
import { Gate } from './gate.ts';
import { StandInLog } from './log/log.ts';
import type { Endpoint, Node } from './node.ts';
import {
  ClusterInfo,
  EndPoint,
  GossipService,
  MemberInfo,
  ServerFeaturesService,
  StreamsService,
  SupportedMethod,
  SupportedMethods,
} from './protocol.ts';

export interface StandInOptions {
  /** How long an append waits before it is on disk. */
  readonly commitMs?: number;
  /** After how many appends the server writes its own statistics into the log; 0 for never. */
  readonly statsEvery?: number;
  readonly writeTimeoutMs?: number;
  readonly lateMs?: number;
}

/**
 * A stand-in of EventStoreDB, for tests: it speaks to the real client over gRPC, and is no EventStoreDB. Nothing is
 * on disk; what it answers is held against recordings of a real server (`test/contracts/stand-in.spec.ts`).
 */
export interface StandIn {
  /** For one server: `esdb://127.0.0.1:<port>?tls=false`. */
  readonly connectionString: string;
  readonly port: number;
  readonly log: StandInLog;
  readonly faults: Faults;
  /** Breaks every connection and takes no new one; the data stays. */
  stop(): Promise<void>;
  /** At the same port with the same data, also after {@link stop}. */
  restart(): Promise<void>;
  /** Connections are taken and nothing is answered, until {@link resume}. */
  pause(): void;
  resume(): void;
  breakConnections(): void;
  /** For good. */
  close(): Promise<void>;
}

export interface StandInCluster {
  /** Of all servers: the client asks them who leads. */
  readonly connectionString: string;
  readonly nodes: readonly StandIn[];
  /** The one with this index leads from now on. */
  lead(index: number): void;
}

const supported: readonly (readonly [service: string, method: string, features: readonly string[]])[] = [
  ['event_store.client.streams.streams', 'read', ['position', 'events']],
  ['event_store.client.streams.streams', 'append', []],
  ['event_store.client.streams.streams', 'delete', []],
  ['event_store.client.streams.streams', 'tombstone', []],
  ['event_store.client.streams.streams', 'batchappend', ['deadline_duration']],
  ['event_store.client.gossip.gossip', 'read', []],
  ['event_store.client.server_features.serverfeatures', 'getsupportedmethods', []],
];

const features = (): InstanceType<typeof SupportedMethods> =>
  new SupportedMethods().setEventStoreServerVersion('23.10.8').setMethodsList(
    supported.map(([service, method, list]) =>
      new SupportedMethod()
        .setServiceName(service)
        .setMethodName(method)
        .setFeaturesList([...list]),
    ),
  );

const clusterInfo = (node: Node): InstanceType<typeof ClusterInfo> =>
  new ClusterInfo().setMembersList(
    node.members().map(({ host, port, leads, alive }) =>
      new MemberInfo()
        .setInstanceId(uuidOf(randomUUID()))
        .setTimeStamp(String(BigInt(Date.now()) * 10_000n))
        .setState(leads ? MemberInfo.VNodeState.LEADER : MemberInfo.VNodeState.FOLLOWER)
        .setIsAlive(alive)
        .setHttpEndPoint(new EndPoint().setAddress(host).setPort(port)),
    ),
  );

/** The server takes messages as large as the real one; its client may send larger ones to see that. */
const largestMessage = 17 * 1024 * 1024;

const serve = async (node: Node): Promise<{ readonly server: Server; readonly port: number }> => {
  const server = new Server({ 'grpc.max_receive_message_length': largestMessage });
  server.addService(StreamsService, {
    read: readBy(node),
    append: appendBy(node),
    batchAppend: batchAppendBy(node),
    delete: deleteBy(node),
    tombstone: tombstoneBy(node),
  });
  server.addService(ServerFeaturesService, {
    getSupportedMethods: (_call: unknown, answer: (error: null, found: unknown) => void) =>
      answer(null, features()),
  });
  server.addService(GossipService, {
    read: (_call: unknown, answer: (error: null, found: unknown) => void) => answer(null, clusterInfo(node)),
  });
  const port = await new Promise<number>((resolve, reject) =>
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) =>
      error ? reject(error) : resolve(bound),
    ),
  );
  return { server, port };
};

interface Member extends StandIn {
  readonly alive: () => boolean;
}

/** Servers that share one log, as a cluster does that replicates at once. */
const startNodes = async (count: number, options: StandInOptions) => {
  const log = new StandInLog({ commitMs: options.commitMs ?? 1, statsEvery: options.statsEvery ?? 5 });
  const members: Member[] = [];
  let leading = 0;
  const endpointOf = (index: number): Endpoint => ({ host: '127.0.0.1', port: members[index]?.port ?? 0 });

  const startNode = async (index: number): Promise<Member> => {
    const faults = new Faults();
    const breakConnections = (): void => gate.breakConnections();
    const { server, port } = await serve({
      log,
      faults,
      timings: { writeTimeoutMs: options.writeTimeoutMs ?? 2_000, lateMs: options.lateMs ?? 500 },
      isLeader: () => leading === index,
      leader: () => endpointOf(leading),
      members: () =>
        members.map((member, at) => ({ ...endpointOf(at), leads: at === leading, alive: member.alive() })),
      breakConnections,
    });
    const gate = new Gate(port);
    await gate.open();
    return {
      connectionString: `esdb://127.0.0.1:${gate.port}?tls=false`,
      port: gate.port,
      log,
      faults,
      alive: () => gate.isOpen,
      stop: () => gate.shut(),
      restart: async () => {
        await gate.shut();
        log.restarted();
        await gate.open();
      },
      pause: () => gate.freeze(),
      resume: () => gate.thaw(),
      breakConnections,
      close: async () => {
        await gate.shut();
        log.close();
        server.forceShutdown();
      },
    };
  };

  for (let index = 0; index < count; index++) members.push(await startNode(index));
  return {
    members,
    lead: (index: number): void => {
      leading = index;
    },
  };
};

/** One server. By default it writes statistics into the log, which a real one does only when asked: readers have to filter. */
export const startStandIn = async (options: StandInOptions = {}): Promise<StandIn> => {
  const [member] = (await startNodes(1, options)).members;
  if (!member) throw new Error('One server was asked for.');
  return member;
};

/** Servers of which the first leads. A follower passes on what does not insist on the leader. */
export const startStandInCluster = async (
  count: number,
  options: StandInOptions = {},
): Promise<StandInCluster> => {
  const { members, lead } = await startNodes(count, options);
  const hosts = members.map(({ port }) => `127.0.0.1:${port}`).join(',');
  return { connectionString: `esdb://${hosts}?tls=false&nodePreference=leader`, nodes: members, lead };
};
