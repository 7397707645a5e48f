import { randomUUID } from 'node:crypto';
import type { RunningService, Who } from './service.ts';

const staff = (role: string): Who => ({ id: randomUUID(), role });

/** Two landschappen in different domeinen, with the people whom a switch between them needs. */
export const people = {
  operator: staff('operator'),
  infoshop: staff('infoshop'),
  scoutOfCare: staff('scout'),
  scoutOfIct: staff('scout'),
  coach: staff('coach'),
  newCoach: staff('coach'),
  teamLeader: staff('teamLeader'),
  quality: staff('quality'),
  adviser: staff('adviser'),
};

const landschapOf: Partial<Record<keyof typeof people, string>> = {
  scoutOfCare: 'zorg',
  scoutOfIct: 'ict',
  coach: 'zorg',
  newCoach: 'ict',
  teamLeader: 'zorg',
};

export const care = { opleidingscode: '25655', leerweg: 'BOL', landschap: 'zorg' };
export const ict = { opleidingscode: '25606', leerweg: 'BOL', landschap: 'ict' };

/** Fails loudly: what a test builds upon must stand. */
export const done = async (service: Pick<RunningService, 'post'>, path: string, who: Who, body: unknown) => {
  const answer = await service.post(path, who, body);
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer;
};

export const found = async (service: Pick<RunningService, 'post'>): Promise<void> => {
  const { operator } = people;
  for (const code of ['zorg', 'ict']) {
    await done(service, '/api/institution/define-start-programme-variant', operator, {
      variant: `start-${code}`,
      name: 'Start',
      weeks: 10,
      lwps: [{ code: 'lwp-1', name: 'Kennismaken' }],
      emphasis: 'kiezen',
    });
    await done(service, '/api/institution/define-landschap', operator, {
      landschap: code,
      name: code,
      meeloopdag: true,
      buddystage: false,
      variant: `start-${code}`,
    });
  }
  for (const [name, who] of Object.entries(people)) {
    const landschap = landschapOf[name as keyof typeof people];
    await done(service, `/api/staff/${who.id}/register-staff`, operator, { on: '2024-01-01', name });
    await done(service, `/api/staff/${who.id}/assign-role`, operator, {
      role: who.role,
      from: '2024-01-01',
      ...(landschap === undefined ? {} : { landschap }),
    });
  }
};
