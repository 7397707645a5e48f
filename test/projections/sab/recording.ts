import { memoryEventStore } from '../../../src/adapters/memory/event-store.ts';
import { memoryViewStore } from '../../../src/adapters/memory/view-store.ts';
import { ProjectionRunner } from '../../../src/engine/run-projections.ts';
import { calendarOf } from '../../../src/domain/institution/calendar.ts';
import type { LandschapCode } from '../../../src/domain/institution/ids.ts';
import { institution } from '../../../src/domain/institution/state.ts';
import type { SabCaseData } from '../../../src/domain/sab-case/events.ts';
import { type CaseId, caseId } from '../../../src/domain/sab-case/ids.ts';
import { staffId } from '../../../src/domain/staff/ids.ts';
import { studentId } from '../../../src/domain/student/ids.ts';
import { calendarDate } from '../../../src/kernel/calendar-date.ts';
import { instant } from '../../../src/kernel/instant.ts';
import { type Uuid, uuid } from '../../../src/kernel/message.ts';
import { advised, casesAtStages, casesOfYear, sabCases } from '../../../projections/sab-cases.ts';
import { boardOf, boardStages, openStages } from '../../../projections/sab/board.ts';
import { sabFigures } from '../../../projections/sab/report.ts';
import { clockOf } from '../../../projections/sab/terms.ts';

const id = (last: string): Uuid => uuid(`00000000-0000-4000-8000-${last.padStart(12, '0')}`);
export const [noor, sem] = [studentId(id('a1')), studentId(id('a2'))];
export const [coach, anouk, bilal] = [staffId(id('c1')), staffId(id('d1')), staffId(id('d2'))];
export const [one, two, three] = [caseId(id('b1')), caseId(id('b2')), caseId(id('b3'))];
export const day = calendarDate;
export const zorg = 'zorg' as LandschapCode;
export const ict = 'ict' as LandschapCode;
export const calendar = calendarOf(institution.initial);
export const words = 'wil thuis weg';

type Data<Type extends keyof SabCaseData> = Omit<SabCaseData[Type], 'on'>;

/** The second line: what is recorded, and how the read model then stands. */
export const secondLine = async () => {
  const log = memoryEventStore();
  const views = memoryViewStore();
  const runner = new ProjectionRunner({ log, views, projections: [sabCases] });
  await runner.start();
  let count = 0;
  const on = async <Type extends keyof SabCaseData>(
    date: string,
    type: Type,
    data: Data<Type>,
    which: CaseId = one,
  ): Promise<void> => {
    const event = id(`${++count}`);
    const revision = (await log.readStream(`sabCase-${which}`)).length - 1;
    await log.append(`sabCase-${which}`, revision < 0 ? 'none' : revision, [
      {
        id: event,
        type,
        version: 1,
        data: { on: day(date), ...data },
        meta: {
          commandId: id(`f${count}`),
          commandHash: 'ab'.repeat(32),
          actor: { id: anouk, role: 'adviser' },
          causationId: id(`f${count}`),
          correlationId: id(`f${count}`),
          recordedAt: instant(`${date}T10:00:00.000Z`),
          source: 'api',
        },
      },
    ]);
    await runner.catchUp();
  };
  const read = <T>(work: Parameters<typeof views.read<T>>[1]): T => {
    const seen = views.read('sab-cases', work);
    if (!seen) throw new Error('sab-cases is not there');
    return seen.value;
  };
  const all = () => read((rows) => casesAtStages(rows, boardStages));
  const shown = (which: CaseId = one) => {
    const found = all().find((each) => each.case === which);
    if (!found) throw new Error(`${which} has no row`);
    return found;
  };
  return {
    on,
    shown,
    refer: (date: string, which: CaseId = one, more: Partial<Data<'CaseOpened'>> = {}) =>
      on(
        date,
        'CaseOpened',
        { student: noor, coach, landschap: zorg, urgent: false, question: words, tried: words, ...more },
        which,
      ),
    accept: (date: string, which: CaseId = one, adviser = anouk) =>
      on(date, 'ReferralAccepted', { adviser }, which),
    advised: (who = anouk) => read((rows) => advised(rows, who)),
    clock: (today: string, which: CaseId = one) => clockOf(shown(which), calendar, day(today)),
    board: (today: string, asked: Partial<Parameters<typeof boardOf>[1]> = {}) =>
      boardOf(
        read((rows) => casesAtStages(rows, openStages)),
        { limit: 100, ...asked },
        calendar,
        day(today),
      ),
    figures: (today: string, schoolYear = 2024) =>
      sabFigures(
        read((rows) => casesOfYear(rows, schoolYear)),
        { schoolYear, calendar, today: day(today) },
      ),
  };
};
type SecondLine = Awaited<ReturnType<typeof secondLine>>;

export const plan = async ({ on }: SecondLine): Promise<void> => {
  await on('2025-03-10', 'StepPlanDrafted', {
    version: 1,
    steps: [
      { step: 1, who: 'coach', by: day('2025-04-01') },
      { step: 2, who: 'student', by: day('2025-03-20') },
    ],
    whats: [words, words],
  });
  await on('2025-03-11', 'ConsultationHeld', { with: 'student', agreed: true, under16: false });
  await on('2025-03-12', 'ConsultationHeld', { with: 'coach', agreed: true, under16: false });
};
