import { deliveryEvents } from '../domain/delivery/events.ts';
import { institutionEvents } from '../domain/institution/events.ts';
import { numberEvents } from '../domain/number/events.ts';
import { reportEvents } from '../domain/report/events.ts';
import { sabCaseEvents } from '../domain/sab-case/events.ts';
import { staffEvents } from '../domain/staff/events.ts';
import { studentEvents } from '../domain/student/events.ts';
import { trajectoryEvents } from '../domain/trajectory/events.ts';
import { workflowEvents } from '../domain/workflow/events.ts';
import type { EventDefinition, EventDefinitions, Field, Fields, Shape } from '../kernel/schema.ts';

interface StreamKind {
  readonly name: string;
  readonly stream: string;
  readonly says: string;
  readonly events: EventDefinitions;
}

const streams: readonly StreamKind[] = [
  {
    name: 'Trajectory',
    stream: 'trajectory-<id of the student>',
    says: 'The path of one student, from the first contact to the end.',
    events: trajectoryEvents,
  },
  {
    name: 'SAB case',
    stream: 'sabCase-<id>',
    says: 'A question to the School Advies Bureau, from the signal to the agreement that was kept or not.',
    events: sabCaseEvents,
  },
  {
    name: 'Student',
    stream: 'student-<id>',
    says: 'Who the student is, apart from the path.',
    events: studentEvents,
  },
  {
    name: 'Number',
    stream: 'number-<HMAC of kind and number>',
    says: 'Whose number it is.',
    events: numberEvents,
  },
  {
    name: 'Staff',
    stream: 'staff-<id>',
    says: 'A member of staff: roles, absence, deputy.',
    events: staffEvents,
  },
  {
    name: 'Institution',
    stream: 'institution',
    says: 'Landschappen, start programmes, programmes, calendar, settings, norms, tables.',
    events: institutionEvents,
  },
  {
    name: 'Delivery',
    stream: 'delivery-<SHA-256 of the file>',
    says: 'A file of the register.',
    events: deliveryEvents,
  },
  {
    name: 'Report',
    stream: 'report-<UUID of the question and the ordinal>',
    says: 'A report that was sealed.',
    events: reportEvents,
  },
  {
    name: 'Workflow',
    stream: 'workflow-<workflow>-<UUID of its key>',
    says: 'What a workflow asked of whom, when it reminds, and how it ended.',
    events: workflowEvents,
  },
];

const cell = (text: string): string => text.replaceAll('|', '\\|');

const classifications: Readonly<Record<Field<unknown>['classification'], string>> = {
  structural: 'structural',
  personal: 'personal',
  special: 'special (care)',
  freeText: 'free text',
};

/** The fields of a shape that has fields, by itself or in a list. */
const fieldsWithin = ({ kind }: Shape<unknown>): Fields | undefined =>
  kind.of === 'group' ? kind.fields : kind.of === 'list' ? fieldsWithin(kind.each) : undefined;

const isList = ({ kind }: Shape<unknown>): boolean => kind.of === 'list';

const rowsOf = (fields: Fields, path = ''): readonly string[] =>
  Object.entries(fields).flatMap(([name, field]) => {
    const own = `| \`${path}${name}\` | ${cell(field.shape.name)} | ${field.optional ? 'no' : 'yes'} | ${
      classifications[field.classification]
    } | ${cell(field.says)} |`;
    const within = fieldsWithin(field.shape);
    return within ? [own, ...rowsOf(within, `${path}${name}${isList(field.shape) ? '[]' : ''}.`)] : [own];
  });

const eventSection = ([type, { version, by, says, fields }]: [string, EventDefinition]): string =>
  [
    `### ${type}`,
    '',
    says,
    '',
    `Version ${version}. Caused by ${by.map((command) => `\`${command}\``).join(', ')}.`,
    '',
    ...(Object.keys(fields).length === 0
      ? ['It has no fields.']
      : [
          '| Field | Type | Always there | Classification | What it says |',
          '|---|---|---|---|---|',
          ...rowsOf(fields),
        ]),
    '',
  ].join('\n');

const streamSection = ({ name, stream, says, events }: StreamKind): string =>
  [`## ${name}`, '', `Stream \`${stream}\`. ${says}`, '', ...Object.entries(events).map(eventSection)].join(
    '\n',
  );

const contents = streams.map(({ name, events }) => {
  const links = Object.keys(events).map((type) => `[${type}](#${type.toLowerCase()})`);
  return `- **${name}**: ${links.join(', ')}`;
});

/**
 * `docs/events.md`: every event, its fields with type and classification, its version and who causes it, from
 * the same definitions that check what is stored.
 */
export const eventsDocument = (): string =>
  `${[
    '# Events',
    '',
    'Generated from the definitions of the events (`src/domain/*/events.ts`) by `npm run docs`; not written by hand.',
    '',
    'A recorded event is one line of the log: `id`, `stream`, `revision`, `type`, `version`, `data`, `meta`',
    '{`commandId`, `commandHash`, `actor` {`id`, `role`}, `causationId`, `correlationId`, `recordedAt`, `source`}.',
    'The tables below are its `data`. *Structural* fields are all that rules and figures rest on; they stay when a',
    'student is erased. *Personal*, *special* and *free text* fields are the ones that an erasure takes away.',
    '',
    ...contents,
    '',
    ...streams.map(streamSection),
  ]
    .join('\n')
    .trimEnd()}\n`;
