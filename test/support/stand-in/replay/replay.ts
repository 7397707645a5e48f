import {
  type CallOptions,
  type ClientDuplexStream,
  type ClientReadableStream,
  credentials,
  Metadata,
  type StatusObject,
  status as codes,
} from '@grpc/grpc-js';
import { type BatchAppendReq, type BatchAppendResp, type ReadResp, StreamsClient } from '../protocol.ts';
import { appendAnswer, batchAnswer, endedAnswer, readAnswer } from './answers.ts';
import type { Answered, Json, RecordedCall, RecordedStatus, RecordedTogether } from './recording.ts';
import { appendRequest, batchRequest, deleteRequest, readRequest, tombstoneRequest } from './requests.ts';

type Call<Rpc extends RecordedCall['rpc']> = Extract<RecordedCall, { readonly rpc: Rpc }>;

/** A call that was asked again, with those that were asked meanwhile. */
export interface Replayed {
  readonly recorded: RecordedCall;
  readonly answered: Answered;
}

/** What is due comes at once; this long nothing more may come. */
const quietMs = 25;
/** How long answers are waited for that do not come. */
const patienceMs = 5_000;
/** For calls whose time ran out when they were recorded. */
const shortDeadlineMs = 400;

/** Headers of HTTP, which every server has in its own way. */
const transport = new Set(['content-type', 'content-length', 'date', 'server']);

const spokenStatus = ({ code, details, metadata }: StatusObject): RecordedStatus => ({
  code,
  details,
  trailers: Object.fromEntries(
    Object.entries(metadata.getMap()).flatMap(([name, value]) =>
      transport.has(name) ? [] : [[name, value.toString()]],
    ),
  ),
});

const after = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

const until = async (isSo: () => boolean): Promise<void> => {
  const from = Date.now();
  while (!isSo() && Date.now() - from < patienceMs) await after(2);
};

const headersOf = (call: RecordedCall): Metadata => {
  const headers = new Metadata();
  if (call.requiresLeader) headers.set('requires-leader', 'true');
  return headers;
};

const optionsOf = (call: RecordedCall): CallOptions => ({
  deadline: Date.now() + (call.status?.code === codes.DEADLINE_EXCEEDED ? shortDeadlineMs : 20_000),
});

/** Asks a server again what was asked when a recording was made. */
export class Replay {
  readonly #client: InstanceType<typeof StreamsClient>;

  constructor(port: number) {
    this.#client = new StreamsClient(`127.0.0.1:${port}`, credentials.createInsecure(), {
      'grpc.max_receive_message_length': 17 * 1024 * 1024,
    });
  }

  close(): void {
    this.#client.close();
  }

  async ask(step: RecordedCall | RecordedTogether): Promise<readonly Replayed[]> {
    if ('together' in step) return (await Promise.all(step.together.map((call) => this.ask(call)))).flat();
    switch (step.rpc) {
      case 'Append':
        return [{ recorded: step, answered: await this.#append(step) }];
      case 'BatchAppend':
        return [{ recorded: step, answered: await this.#batchAppend(step) }];
      case 'Read':
        return this.#read(step);
      case 'Delete':
      case 'Tombstone':
        return [{ recorded: step, answered: await this.#end(step) }];
    }
  }

  async #append(recorded: Call<'Append'>): Promise<Answered> {
    const answers: Json[] = [];
    const call = this.#client.append(headersOf(recorded), optionsOf(recorded), (error, found) => {
      if (!error) answers.push(appendAnswer(found));
    });
    const status = new Promise<StatusObject>((resolve) => call.on('status', resolve));
    for (const request of recorded.requests) call.write(appendRequest(request));
    call.end();
    return { answers, status: spokenStatus(await status) };
  }

  async #end(recorded: Call<'Delete' | 'Tombstone'>): Promise<Answered> {
    const [request] = recorded.requests;
    const answers: Json[] = [];
    const call =
      recorded.rpc === 'Delete'
        ? this.#client.delete(deleteRequest(request), (error, found) => {
            if (!error) answers.push(endedAnswer(found));
          })
        : this.#client.tombstone(tombstoneRequest(request), (error, found) => {
            if (!error) answers.push(endedAnswer(found));
          });
    const status = await new Promise<StatusObject>((resolve) => call.on('status', resolve));
    return { answers, status: spokenStatus(status) };
  }

  async #batchAppend(recorded: Call<'BatchAppend'>): Promise<Answered> {
    const call: ClientDuplexStream<BatchAppendReq, BatchAppendResp> = this.#client.batchAppend(
      headersOf(recorded),
      optionsOf(recorded),
    );
    const answers: Json[] = [];
    call.on('data', (found: BatchAppendResp) => answers.push(batchAnswer(found)));
    call.on('error', () => undefined);
    const status = new Promise<StatusObject>((resolve) => call.on('status', resolve));
    for (const [index, request] of recorded.requests.entries()) {
      // What comes after its own deadline was sent only then.
      const deadline = index === 0 ? undefined : recorded.requests[index - 1]?.options?.deadlineMs;
      if (deadline !== undefined) await after(deadline + 400);
      call.write(batchRequest(request));
    }
    if (recorded.status) {
      call.end();
      return { answers, status: spokenStatus(await status) };
    }
    await until(() => answers.length >= recorded.answers.length);
    await after(quietMs);
    call.cancel();
    await status;
    return { answers };
  }

  async #read(recorded: Call<'Read'>): Promise<readonly Replayed[]> {
    const [request] = recorded.requests;
    const call: ClientReadableStream<ReadResp> = this.#client.read(
      readRequest(request),
      headersOf(recorded),
      optionsOf(recorded),
    );
    const answers: Json[] = [];
    call.on('data', (found: ReadResp) => answers.push(readAnswer(found)));
    call.on('error', () => undefined);
    const status = new Promise<StatusObject>((resolve) => call.on('status', resolve));
    if (!request.subscription)
      return [{ recorded, answered: { answers, status: spokenStatus(await status) } }];

    const meanwhile: Replayed[] = [];
    for (const step of recorded.during ?? []) {
      await until(() => answers.length >= (step.after ?? 0));
      meanwhile.push(...(await this.ask(step)));
    }
    if (recorded.status)
      return [...meanwhile, { recorded, answered: { answers, status: spokenStatus(await status) } }];
    await until(() => answers.length >= recorded.answers.length);
    await after(quietMs);
    call.cancel();
    await status;
    return [...meanwhile, { recorded, answered: { answers } }];
  }
}
