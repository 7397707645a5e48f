import { accept, decideBy, nothing, refuse } from '../../kernel/decider.ts';
import type { Actor, Role } from '../../kernel/message.ts';
import { schoolYearOf } from './calendar.ts';
import { catalogueOf } from './catalogue.ts';
import type { InstitutionCommand } from './commands.ts';
import type { InstitutionEvent } from './events.ts';
import { leermeterOf } from './leermeter.ts';
import type { InstitutionRefusal } from './refusals.ts';
import { settingDefinitions } from './settings.ts';
import { currentVariant, type Institution, normKey, offeredProgramme } from './state.ts';
import { shippedVersion } from './tables/shipped.ts';

/** The institution decides on nothing but its own stream. */
export type NoFacts = undefined;

const arrange: readonly Role[] = [
  'operator',
  'quality',
  'teamLeader',
  'programmeManager',
  'system',
  'simulator',
];

/** Gives the trainings. */
const secondLine: readonly Role[] = ['adviser', 'sabCoordinator'];

/** Leaders arrange their school; what ships with the software is adopted by the software. */
export const mayAsk = (actor: Actor, command: InstitutionCommand): InstitutionRefusal | undefined => {
  const may =
    command.type === 'AdoptTable'
      ? actor.role === 'system'
      : arrange.includes(actor.role) ||
        (command.type === 'DefineTrainingGroup' && secondLine.includes(actor.role));
  return may ? undefined : { code: 'NotYours' };
};

/** Data is text, numbers, yes/no and lists of these: two of the same fields in any order are the same. */
const same = (one: unknown, other: unknown): boolean => {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  const [fields, others] = [Object.entries(one), new Map(Object.entries(other))];
  return fields.length === others.size && fields.every(([key, value]) => same(value, others.get(key)));
};

const firstTwice = (values: readonly string[]): string | undefined =>
  values.find((value, index) => values.indexOf(value) < index);

export const decide = decideBy<
  InstitutionCommand,
  Institution,
  NoFacts,
  InstitutionEvent,
  InstitutionRefusal
>({
  DefineLandschap: ({ type: _, ...data }, now) => {
    if (!now.variants.has(data.variant)) return refuse({ code: 'UnknownVariant', variant: data.variant });
    if (same(now.landschappen.get(data.landschap), data)) return nothing;
    return accept({ type: 'LandschapDefined', data });
  },

  DefineStartProgrammeVariant: ({ type: _, ...content }, now) => {
    const lwp = firstTwice(content.lwps.map((each) => each.code));
    if (lwp !== undefined) return refuse({ code: 'LwpTwice', lwp });
    const latest = currentVariant(now, content.variant);
    if (latest && same(latest, { ...content, version: latest.version })) return nothing;
    const version = (latest?.version ?? 0) + 1;
    return accept({ type: 'StartProgrammeVariantDefined', data: { ...content, version } });
  },

  DefineProgramme: ({ type: _, ...data }, now) => {
    if (!now.landschappen.has(data.landschap))
      return refuse({ code: 'UnknownLandschap', landschap: data.landschap });
    if (data.leerwegen.length === 0) return refuse({ code: 'NoLeerweg' });
    if (data.domein !== undefined && catalogueOf(now).domeinName(data.domein) === undefined)
      return refuse({ code: 'UnknownDomein', domein: data.domein });
    if (same(offeredProgramme(now, data.landschap, data.opleidingscode), data)) return nothing;
    return accept({ type: 'ProgrammeDefined', data });
  },

  SetCalendar: ({ type: _, ...data }, now) => {
    for (const { name, from, until } of data.holidays) {
      if (until < from) return refuse({ code: 'InvalidPeriod', from, until });
      if (schoolYearOf(from) !== data.schoolYear)
        return refuse({ code: 'OutsideSchoolYear', schoolYear: data.schoolYear, holiday: name, from });
    }
    if (same(now.calendars.get(data.schoolYear), data.holidays)) return nothing;
    return accept({ type: 'CalendarSet', data });
  },

  ChangeSetting: ({ type: _, ...data }, now) => {
    const { setting, landschap, value, from } = data;
    const { perLandschap, read, allowed } = settingDefinitions[setting];
    if (landschap !== undefined && !perLandschap) return refuse({ code: 'NotPerLandschap', setting });
    if (landschap !== undefined && !now.landschappen.has(landschap))
      return refuse({ code: 'UnknownLandschap', landschap });
    if (read(value) === undefined) return refuse({ code: 'InvalidSetting', setting, value, allowed });
    const saidBefore = now.settings.findLast(
      (each) => each.setting === setting && each.landschap === landschap && each.from === from,
    );
    if (saidBefore?.value === value) return nothing;
    return accept({ type: 'SettingChanged', data });
  },

  SetNorm: ({ type: _, ...data }, now) =>
    same(now.norms.get(normKey(data)), data) ? nothing : accept({ type: 'NormSet', data }),

  DefineLeermeter: ({ type: _, ...content }, now) => {
    const { least, most, competences } = content;
    const competence = firstTwice(competences.map(({ code }) => code));
    if (competences.length === 0) return refuse({ code: 'NoCompetences' });
    if (competence !== undefined) return refuse({ code: 'CompetenceTwice', competence });
    if (most <= least) return refuse({ code: 'InvalidScale', least, most });
    const latest = leermeterOf(now);
    if (same(latest, { ...content, version: latest.version })) return nothing;
    return accept({ type: 'LeermeterDefined', data: { ...content, version: latest.version + 1 } });
  },

  DefineTrainingGroup: ({ type: _, ...data }, now) => {
    const { group, training, from, until } = data;
    const known = now.trainingGroups.get(group);
    if (until !== undefined && until < from) return refuse({ code: 'InvalidPeriod', from, until });
    // Who is enrolled in it was let in by the rules of its training.
    if (known && known.training !== training)
      return refuse({ code: 'GroupIsForAnotherTraining', group, training: known.training });
    return same(known, data) ? nothing : accept({ type: 'TrainingGroupDefined', data });
  },

  AdoptTable: ({ type: _, ...data }, now) => {
    const { table, version, hash } = data;
    if (shippedVersion(table, version)?.hash !== hash)
      return refuse({ code: 'UnknownTable', table, version });
    if (now.tables.get(table)?.version === version) return nothing;
    return accept({ type: 'TableAdopted', data });
  },
});
