import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Caller } from './http/caller.ts';
import { type MeasuredProcess, startMeasured } from './http/measured-process.ts';
import { atMost, type Measure, type Progress, quantile, share, threeRounds } from './measure.ts';
import { withScratch } from './scratch.ts';

const connections = 64;
const studentsEach = 24;

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

interface Step {
  readonly path: string;
  readonly headers: string;
  readonly body: string;
}

const asked = (path: string, actor: string, role: string, body: object): Step => ({
  path,
  headers: `X-Actor: ${actor}\r\nX-Role: ${role}\r\nIdempotency-Key: ${randomUUID()}\r\n`,
  body: JSON.stringify(body),
});

const day = (date: string) => ({ on: date });
const landschappen = ['zorg', 'techniek'] as const;
const programme = {
  zorg: { opleidingscode: '25655', niveau: 4, leerweg: 'BOL', landschap: 'zorg' },
  techniek: { opleidingscode: '25297', niveau: 4, leerweg: 'BOL', landschap: 'techniek' },
};
const [scouts, coaches] = [
  { zorg: randomUUID(), techniek: randomUUID() },
  { zorg: randomUUID(), techniek: randomUUID() },
];
const operator = randomUUID();

/** What must stand before the first student comes. */
const school = (): readonly Step[] => {
  const ask = (path: string, body: object) => asked(path, operator, 'operator', body);
  return [
    ask('/api/institution/define-start-programme-variant', {
      variant: 'tien-weken',
      name: 'Tien weken',
      weeks: 10,
      lwps: [{ code: 'lwp-1', name: 'Wie ben ik' }],
      emphasis: 'loopbaan',
    }),
    ...landschappen.flatMap((landschap) => [
      ask('/api/institution/define-landschap', {
        landschap,
        name: landschap,
        meeloopdag: true,
        buddystage: true,
        variant: 'tien-weken',
      }),
      ...(
        [
          [scouts[landschap], 'scout'],
          [coaches[landschap], 'coach'],
        ] as const
      ).flatMap(([staff, role]) => [
        ask(`/api/staff/${staff}/register-staff`, { ...day('2024-08-01'), name: `${role} ${landschap}` }),
        ask(`/api/staff/${staff}/assign-role`, { role, landschap, from: '2024-08-01' }),
      ]),
    ]),
  ];
};

/** One student from the first contact to a confirmed landing: the path of a switch. */
const path = (): readonly Step[] => {
  const student = randomUUID();
  const switching = randomUUID();
  const scout = (landschap: 'zorg' | 'techniek', command: string, body: object) =>
    asked(`/api/trajectories/${student}/${command}`, scouts[landschap], 'scout', body);
  const coach = (landschap: 'zorg' | 'techniek', command: string, body: object) =>
    asked(`/api/trajectories/${student}/${command}`, coaches[landschap], 'coach', body);
  return [
    asked(`/api/students/${student}/register-student`, scouts.zorg, 'scout', {
      name: 'Een student',
      birthDate: '2008-04-12',
    }),
    scout('zorg', 'open-trajectory', day('2025-05-01')),
    scout('zorg', 'apply', {
      ...day('2025-05-02'),
      landschap: 'zorg',
      wish: 'verpleegkundige',
      scout: scouts.zorg,
    }),
    scout('zorg', 'record-scoutgesprek', {
      ...day('2025-05-12'),
      landschap: 'zorg',
      outcome: 'place',
      reasons: 'weet wat zij wil',
    }),
    scout('zorg', 'place', { ...day('2025-08-25'), programme: programme.zorg, coach: coaches.zorg }),
    coach('zorg', 'enrol-definitively', day('2025-08-25')),
    coach('zorg', 'start-start-programme', day('2025-08-25')),
    coach('zorg', 'record-conversation', {
      ...day('2025-09-10'),
      kind: 'switch',
      faceToFace: true,
      agreements: 'een dag meelopen bij techniek',
      present: ['student', 'coach'],
    }),
    coach('zorg', 'request-switch', {
      ...day('2025-09-15'),
      switch: switching,
      to: programme.techniek,
      motive: 'wil met de handen werken',
      initiative: 'student',
    }),
    scout('techniek', 'offer-place', {
      ...day('2025-09-17'),
      switch: switching,
      from: '2025-09-22',
      coach: coaches.techniek,
    }),
    coach('techniek', 'accept-student', { ...day('2025-09-18'), switch: switching }),
    coach('techniek', 'confirm-landing', { ...day('2025-10-06'), switch: switching, wellReceived: true }),
  ];
};

interface Load {
  readonly perSecond: number;
  /** Milliseconds that each answer took. */
  readonly took: readonly number[];
}

/** Every connection walks its own students, one command after the other. */
const load = async (url: URL, plans: readonly (readonly Step[])[]): Promise<Load> => {
  const callers = plans.map(() => new Caller(url));
  const took: number[] = [];
  const from = performance.now();
  await Promise.all(
    plans.map(async (steps, index) => {
      for (const { path: where, headers, body } of steps) {
        const asking = performance.now();
        const answer = await callers[index]?.post(where, headers, body);
        took.push(performance.now() - asking);
        if (answer?.status !== 200) throw new Error(`${where} answered ${answer?.status}: ${answer?.body}`);
      }
    }),
  );
  const perSecond = (took.length * 1_000) / (performance.now() - from);
  for (const caller of callers) caller.close();
  return { perSecond, took };
};

const plansOf = (students: number): readonly (readonly Step[])[] =>
  Array.from({ length: connections }, () => Array.from({ length: students }, path).flat());

/** As many requests, of the same size, to the route that only inserts. */
const bare = (plans: readonly (readonly Step[])[]): readonly (readonly Step[])[] =>
  plans.map((steps) => steps.map((step) => ({ ...step, path: '/rows' })));

interface Round {
  readonly value: number;
  readonly limit: number;
  readonly p99: number;
  readonly delayP99: number;
}

const warmUp = async (service: MeasuredProcess): Promise<void> => {
  await load(service.url, [school()]);
  await load(service.url, plansOf(8));
};

const measureRound = (number: number, progress: Progress): Promise<Round> =>
  withScratch(async (folder) => {
    const plans = plansOf(studentsEach);
    const limitProcess = await startMeasured(here('./http/bare-route.ts'), [join(folder, 'bare.sqlite')], {});
    await load(limitProcess.url, bare(plansOf(8)));
    const { perSecond: limit } = await load(limitProcess.url, bare(plans));
    await limitProcess.stop();

    const service = await startMeasured(here('../dist/src/cli.js'), ['serve'], {
      WISSEL_DATA: join(folder, 'data'),
      WISSEL_PORT: '0',
      LOG_LEVEL: 'info',
    });
    await warmUp(service);
    service.resetDelay();
    const { perSecond: value, took } = await load(service.url, plans);
    const delayP99 = await service.delayP99();
    await service.stop();
    const p99 = quantile(took, 0.99);
    progress(
      `round ${number}: ${Math.round(value)} commands/s, bare ${Math.round(limit)}/s, p99 ${p99.toFixed(1)} ms, loop ${delayP99.toFixed(1)} ms`,
    );
    return { value, limit, p99, delayP99 };
  });

export const measures = async function* (progress: Progress): AsyncGenerator<Measure> {
  const results = await threeRounds((number) => measureRound(number, progress));
  const name = `commands over HTTP, the path of a switch, ${connections} connections`;
  yield share(name, 'commands/s', 'a bare Fastify route that inserts', results, 0.3);
  yield atMost(
    `${name}, p99`,
    'ms',
    results.map(({ p99 }) => p99),
    50,
  );
  yield atMost(
    `${name}, event-loop delay p99`,
    'ms',
    results.map(({ delayP99 }) => delayP99),
    20,
  );
};
