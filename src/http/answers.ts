import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional, ApiResponse } from '@nestjs/swagger';
import type { Done, DoneTogether, Outcome, TasksDone } from './messages.ts';
import type { ProblemBody } from './problem.ts';

export class ProblemAnswer {
  @ApiProperty({ example: 'urn:wissel:problem:AlreadyPlaced' }) readonly type: string = '';
  @ApiProperty({ example: 'AlreadyPlaced' }) readonly title: string = '';
  @ApiProperty({ type: 'integer', example: 409 }) readonly status: number = 0;
  @ApiProperty({ description: 'a sentence in Dutch' }) readonly detail: string = '';
  @ApiProperty({ description: 'the same in English' }) readonly detailEn: string = '';
  @ApiProperty({ description: 'code of the refusal or the problem', example: 'AlreadyPlaced' })
  readonly code: string = '';
  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    description: 'what it is about: members of the refusal, or what is wrong per member of the body',
  })
  readonly about?: Readonly<Record<string, unknown>>;
}

export class EventName {
  @ApiProperty({ format: 'uuid' }) readonly id: string = '';
  @ApiProperty({ example: 'SwitchRequested' }) readonly type: string = '';
}

export class CommandAnswer {
  @ApiProperty({ type: [EventName], description: 'the facts that were recorded; none: it was so already' })
  readonly events: readonly EventName[] = [];
  @ApiProperty({
    type: 'integer',
    description: 'revision of the stream afterwards; also the ETag (-1: still empty)',
  })
  readonly revision: number = -1;
  @ApiProperty({
    type: 'string',
    nullable: true,
    description: 'token for `after` of a query, which then shows this command; opaque',
  })
  readonly position: string | null = null;
  @ApiProperty({ description: 'this Idempotency-Key was answered before, and so again' })
  readonly repeated: boolean = false;
}

export class InvitationMade extends CommandAnswer {
  @ApiProperty({
    description: 'for whoever is invited: opens /api/leermeter-invitations/{token}, and is always the same',
  })
  readonly token: string = '';
}

export class CalendarTokenMade extends CommandAnswer {
  @ApiPropertyOptional({
    description: 'opens /api/calendars/{token}.ics; in the first answer only, and told never again',
  })
  readonly token?: string;
}

/** One of the two is there. */
export class OfOneStudent {
  @ApiProperty({ format: 'uuid' }) readonly student: string = '';
  @ApiPropertyOptional({ type: CommandAnswer, description: 'for this student it is so' })
  readonly done?: CommandAnswer;
  @ApiPropertyOptional({ type: ProblemAnswer, description: 'why it is not, for this student' })
  readonly problem?: ProblemAnswer;
}

export class GroupAnswer {
  @ApiProperty({ type: [OfOneStudent], description: 'in the order in which they were named' })
  readonly students: readonly OfOneStudent[] = [];
  @ApiProperty({
    type: 'string',
    nullable: true,
    description: 'the last of all: token for `after` of a query, which then shows them all',
  })
  readonly position: string | null = null;
}

/** One of the two is there. */
export class OfOneTask {
  @ApiProperty({ format: 'uuid' }) readonly task: string = '';
  @ApiPropertyOptional({ type: CommandAnswer, description: 'for this task it is so' })
  readonly done?: CommandAnswer;
  @ApiPropertyOptional({ type: ProblemAnswer, description: 'why it is not, for this task' })
  readonly problem?: ProblemAnswer;
}

export class TaskBatchAnswer {
  @ApiProperty({ type: [OfOneTask], description: 'in the order in which they were named' })
  readonly tasks: readonly OfOneTask[] = [];
  @ApiProperty({
    type: 'string',
    nullable: true,
    description: 'the last of all: token for `after` of a query, which then shows them all',
  })
  readonly position: string | null = null;
}

const positionOf = (position: bigint | undefined): string | null =>
  position === undefined ? null : String(position);

/** As {@link CommandAnswer} documents it. */
export interface Answered extends Omit<Done, 'position'> {
  readonly position: string | null;
}

export const commandAnswer = ({ position, events, revision, repeated, token }: Done): Answered => ({
  events,
  revision,
  position: positionOf(position),
  repeated,
  ...(token === undefined ? {} : { token }),
});

type BecameOne = { readonly done: Answered } | { readonly problem: ProblemBody };
const becameOne = ({ done, problem }: Outcome): BecameOne =>
  done ? { done: commandAnswer(done) } : { problem };

/** As {@link GroupAnswer} documents it. */
export interface AnsweredTogether {
  readonly students: readonly ({ readonly student: string } & BecameOne)[];
  readonly position: string | null;
}

export const groupAnswer = ({ students, position }: DoneTogether): AnsweredTogether => ({
  students: students.map(({ student, ...became }) => ({ student, ...becameOne(became) })),
  position: positionOf(position),
});

/** As {@link TaskBatchAnswer} documents it. */
export interface TasksAnswered {
  readonly tasks: readonly ({ readonly task: string } & BecameOne)[];
  readonly position: string | null;
}

export const taskBatchAnswer = ({ tasks, position }: TasksDone): TasksAnswered => ({
  tasks: tasks.map(({ task, ...became }) => ({ task, ...becameOne(became) })),
  position: positionOf(position),
});

const problems: Readonly<Record<number, string>> = {
  400: 'The request is malformed: path, header, parameter or body; `about` says what',
  401: 'It is not said who asks, or in which role',
  403: 'Not yours to ask in this role',
  404: 'There is no such thing',
  409: 'It does not fit what is so now: the refusal code says why',
  412: 'If-Match names an older revision',
  413: 'The body is larger than 100 kB',
  415: 'The body is not application/json',
  422: 'It cannot be so: the refusal code says why; or the Idempotency-Key was used for another command',
  500: 'A mistake of the service',
  503: 'Not now: stopping, behind, or the outcome is unknown',
  507: 'The disk is full; nothing was recorded',
};

/** Documents which problems a route can answer. */
export const MayAnswer = (...statuses: readonly number[]): MethodDecorator =>
  applyDecorators(
    ...statuses.map((status) =>
      ApiResponse({
        status,
        description: problems[status] ?? 'Problem',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemAnswer' } } },
      }),
    ),
  );

export const commandProblems = [400, 401, 403, 409, 412, 413, 415, 422, 500, 503, 507] as const;
export const queryProblems = [400, 401, 403, 404, 500, 503] as const;
