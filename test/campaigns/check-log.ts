import { numberKey } from '../../src/engine/number-key.ts';
import { developmentHashing } from '../../src/adapters/system/hashing.ts';
import { numberStream } from '../../src/domain/number/ids.ts';
import type { StudentId } from '../../src/domain/student/ids.ts';
import type { Recorded } from '../../src/kernel/message.ts';
import type { Request } from './load.ts';
import type { Reply } from './office.ts';

/** What the parent knows of a request. */
export interface Known {
  readonly request: Request;
  /** How it was answered when it was first acknowledged. */
  acknowledged?: Reply;
  /** Later answers that were not as the first. */
  readonly otherwise: Reply[];
}

/** Everything that must not be; each a list of what was found, in words. */
export interface Findings {
  readonly lost: string[];
  readonly doubled: string[];
  readonly half: string[];
  readonly disordered: string[];
  readonly answeredOtherwise: string[];
}

export const faultsIn = (findings: Findings): number =>
  Object.values(findings as unknown as Record<string, readonly string[]>).reduce(
    (sum, { length }) => sum + length,
    0,
  );

const grouped = <T>(each: Iterable<T>, keyOf: (one: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const one of each) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
};

/** Holds the log against what the parent was told. */
export const checkLog = (log: readonly Recorded[], known: Iterable<Known>): Findings => {
  const findings: Findings = { lost: [], doubled: [], half: [], disordered: [], answeredOtherwise: [] };
  const streams = grouped(log, ({ stream }) => stream);
  const commands = grouped(log, ({ meta }) => meta.commandId);
  const places = new Map(log.map(({ id }, index) => [id as string, index]));

  for (const [index, event] of log.entries()) {
    if (places.get(event.id) !== index) findings.doubled.push(`event ${event.id} is in the log twice`);
    const before = log[index - 1];
    if (before && before.position >= event.position)
      findings.disordered.push(`position ${event.position} does not follow ${before.position}`);
  }
  for (const [stream, events] of streams)
    for (const [index, { revision }] of events.entries())
      if (revision !== index) findings.disordered.push(`${stream}: revision ${revision} in place ${index}`);

  const merged = new Map(
    log.flatMap(({ stream, type, data }) =>
      type === 'TrajectoryMerged' ? [[stream, (data as { readonly into: string }).into] as const] : [],
    ),
  );
  for (const { request, acknowledged, otherwise } of known) {
    const { commandId } = request;
    for (const reply of otherwise)
      findings.answeredOtherwise.push(
        `${commandId}: first ${JSON.stringify(acknowledged)}, then ${JSON.stringify(reply)}`,
      );
    const done = acknowledged?.outcome === 'done' ? acknowledged : undefined;
    if (done) findings.lost.push(...whatIsLost(log, places, commandId, done));

    const written = commands.get(commandId) ?? [];
    const wanted = request.kind === 'count' ? request.events : (done?.events?.length ?? written.length);
    if (written.length > wanted) findings.doubled.push(`${commandId}: ${written.length} events of ${wanted}`);
    else if (written.length > 0 && written.length < wanted)
      findings.half.push(`${commandId}: ${written.length} events of ${wanted}`);
    const first = places.get(written[0]?.id ?? '') ?? 0;
    if (
      written.some(
        ({ id, stream }, index) => stream !== written[0]?.stream || places.get(id) !== first + index,
      )
    )
      findings.half.push(`${commandId}: its events do not stand together`);

    if (request.kind === 'register' && done) {
      const holder = holderOf(streams, request.person.studentNumber ?? '');
      if (holder === undefined || !heirsOf(merged, request.student).includes(holder))
        findings.half.push(`${commandId}: the number of ${request.student} is ${holder ?? 'nobody'}’s`);
    }
  }
  return findings;
};

/** Whose a student's number may be: his own, or after a merge anybody's to whom it may have been passed on. */
const heirsOf = (merged: ReadonlyMap<string, string>, student: StudentId): readonly string[] => {
  const heirs: string[] = [];
  let next = merged.get(`trajectory-${student}`);
  while (next !== undefined && !heirs.includes(next)) {
    heirs.push(next);
    next = merged.get(`trajectory-${next}`);
  }
  return heirs.length > 0 ? heirs : [student];
};

const whatIsLost = (
  log: readonly Recorded[],
  places: ReadonlyMap<string, number>,
  commandId: string,
  { events = [], stream, revision, position }: Reply,
): readonly string[] => {
  const missing = events.filter((id) => !places.has(id));
  if (missing.length > 0) return [`${commandId}: ${missing.length} of ${events.length} events are not there`];
  const last = log[places.get(events.at(-1) ?? '') ?? -1];
  return last?.stream === stream && last?.revision === revision && String(last?.position) === position
    ? []
    : [`${commandId}: acknowledged at ${stream}/${revision}, position ${position}, and not there`];
};

const holderOf = (
  streams: ReadonlyMap<string, readonly Recorded[]>,
  studentNumber: string,
): string | undefined => {
  const stream = numberStream(numberKey(developmentHashing, 'studentNumber', studentNumber));
  const last = streams.get(stream)?.at(-1);
  return last?.type === 'NumberClaimed' ? (last.data as { readonly student: string }).student : undefined;
};
