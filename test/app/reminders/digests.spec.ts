import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type InProcessJobs, inProcessJobs } from '../../../src/adapters/in-process/jobs.ts';
import { smtpMailer } from '../../../src/adapters/smtp/mailer.ts';
import { Digests, type DigestsParts } from '../../../src/app/reminders/digests.ts';
import type { StaffId } from '../../../src/domain/staff/ids.ts';
import { calendarDate } from '../../../src/kernel/calendar-date.ts';
import type { Mailer } from '../../../src/ports/mail.ts';
import { PostOffice } from './post-office.ts';
import { canary, SchoolWithTasks } from './school-with-tasks.ts';

const baseUrl = 'https://wissel.school.example';
const monday = '2026-09-14';
const tuesday = '2026-09-15';

describe('the digest', () => {
  let school: SchoolWithTasks;
  let post: PostOffice;
  let mailer: Mailer;
  let digests: Digests;
  let jobs: InProcessJobs;
  let logged: string[];
  let anna: StaffId;

  /** As after a restart: all that it knows is in the log. */
  const startAgain = (other: Partial<DigestsParts> = {}): Digests => {
    const write = (about: unknown, text: string) => logged.push(`${text} ${JSON.stringify(about)}`);
    jobs = inProcessJobs(school.clock, (_, error) => write({}, String(error)));
    digests = new Digests({
      engine: school.engine,
      log: school.store,
      readModels: school.readModels,
      mailer,
      jobs,
      baseUrl,
      clock: school.clock,
      monotonic: school.monotonic,
      mayWrite: () => true,
      logger: { info: write, warn: write, error: write } as unknown as DigestsParts['logger'],
      ...other,
    });
    return digests;
  };
  const look = async (): Promise<void> => {
    await digests.look();
    await jobs.settled();
  };
  const lookAt = async (day: string, time: string): Promise<number> => {
    school.itIs(day, time);
    await look();
    return post.received.length;
  };
  const addressees = () => post.received.flatMap(({ to }) => to).sort();
  const taskOf = (person: StaffId, due = monday) => school.task({ of: { role: 'coach', person }, due });

  beforeEach(async () => {
    school = await new SchoolWithTasks().open();
    post = new PostOffice();
    await post.up();
    mailer = smtpMailer({ host: '127.0.0.1', port: post.port, secure: false }, 'wissel@school.example');
    logged = [];
    startAgain();
    school.itIs('2026-09-11', '12:00');
    anna = await school.hire('Anna', 'anna@school.example', 'coach');
  });
  afterEach(async () => {
    mailer.close();
    await post.down();
    await school.close();
  });

  describe('of a day', () => {
    it('goes out at its hour and not before, once', async () => {
      await taskOf(anna);
      expect(await lookAt(monday, '07:29')).toBe(0);
      expect(await lookAt(monday, '07:30')).toBe(1);
      expect(await lookAt(monday, '07:31')).toBe(1);
      expect(await lookAt(monday, '17:59')).toBe(1);
      expect(await lookAt(tuesday, '07:29')).toBe(1);
      expect(await lookAt(tuesday, '07:30')).toBe(2);
      expect(addressees()).toEqual(['anna@school.example', 'anna@school.example']);
    });

    it('goes out at the hour that the institution sets, by the clock of the corridor in summer and winter', async () => {
      await taskOf(anna);
      await school.decide({
        type: 'ChangeSetting',
        setting: 'digestHour',
        value: '08:15',
        from: calendarDate('2026-10-26'),
      });
      expect(await lookAt('2026-10-09', '07:29')).toBe(0);
      expect(await lookAt('2026-10-09', '07:30')).toBe(1);
      expect(school.clock.now()).toBe('2026-10-09T05:30:00.000Z');
      expect(await lookAt('2026-10-26', '08:14')).toBe(1);
      expect(await lookAt('2026-10-26', '08:15')).toBe(2);
      expect(school.clock.now()).toBe('2026-10-26T07:15:00.000Z');
    });

    it('is none on Saturday, on Sunday, in a holiday or on a day off', async () => {
      await taskOf(anna);
      for (const day of ['2026-09-12', '2026-09-13', '2026-10-12', '2026-12-25', '2027-05-06'])
        expect([day, await lookAt(day, '07:30'), await lookAt(day, '12:00')]).toEqual([day, 0, 0]);
      expect(await lookAt('2027-05-24', '07:30')).toBe(1);
    });

    it('goes out later the same day when nobody was there at its hour, and after six waits for the next', async () => {
      await taskOf(anna);
      expect(await lookAt(monday, '18:00')).toBe(0);
      expect(await lookAt(monday, '23:59')).toBe(0);
      expect(await lookAt(tuesday, '17:59')).toBe(1);
    });

    it('is not sent again after a restart', async () => {
      await taskOf(anna);
      expect(await lookAt(monday, '07:30')).toBe(1);
      expect((await school.toldOf(anna)).at(-1)).toEqual({ type: 'DigestSent', data: { on: monday } });
      startAgain();
      expect(await lookAt(monday, '07:31')).toBe(1);
      startAgain();
      expect(await lookAt(tuesday, '07:30')).toBe(2);
    });

    it('comes twice after a crash between sending and recording, and then can be told by its id', async () => {
      await taskOf(anna);
      startAgain({
        engine: {
          fold: school.engine.fold.bind(school.engine),
          execute: async () => {
            throw new Error('the process ends here');
          },
        },
      });
      school.itIs(monday, '07:30');
      await look();
      expect(logged.join()).toContain('ends here');
      expect(post.received).toHaveLength(1);
      startAgain();
      expect(await lookAt(monday, '07:31')).toBe(2);
      const [first, second] = post.received.map(({ headers }) => headers.get('message-id'));
      expect(first).toMatch(/^<[0-9a-f-]{36}@school\.example>$/);
      expect(second).toBe(first);
      startAgain();
      expect(await lookAt(monday, '07:32')).toBe(2);
    });

    it('that could not be recorded is recorded at the next look, and not sent for that', async () => {
      await taskOf(anna);
      let full = true;
      startAgain({
        engine: {
          fold: school.engine.fold.bind(school.engine),
          execute: (...command) => {
            if (full) throw new Error('the disk is full');
            return school.engine.execute(...command);
          },
        },
      });
      school.itIs(monday, '07:30');
      await look();
      expect(await lookAt(monday, '07:31')).toBe(1);
      expect(logged.filter((line) => line.includes('disk is full'))).toHaveLength(2);
      full = false;
      expect(await lookAt(monday, '07:33')).toBe(1);
      expect((await school.toldOf(anna)).at(-1)).toEqual({ type: 'DigestSent', data: { on: monday } });
    });

    it('is no ping: what is asked after the hour waits for tomorrow', async () => {
      const bram = await school.hire('Bram', 'bram@school.example', 'coach');
      await taskOf(anna);
      await lookAt(monday, '07:30');
      await taskOf(bram);
      expect(await lookAt(monday, '10:00')).toBe(1);
      await lookAt(tuesday, '07:30');
      expect(addressees()).toEqual(['anna@school.example', 'anna@school.example', 'bram@school.example']);
    });

    it('waits while the clock is not to be believed', async () => {
      await taskOf(anna);
      await lookAt(monday, '07:00');
      school.jumpTo(monday, '09:00');
      await look();
      expect(post.received).toHaveLength(0);
      expect(await lookAt(monday, '09:01')).toBe(0);
      expect(await lookAt(monday, '09:02')).toBe(1);
    });

    it('waits while a school is made', async () => {
      await taskOf(anna);
      startAgain({ mayWrite: () => false });
      expect(await lookAt(monday, '07:30')).toBe(0);
    });
  });

  describe('is for', () => {
    it('whoever has something to do, has an address and works here', async () => {
      const nobodyKnowsWhere = await school.hire('Zonder adres', undefined, 'coach');
      const gone = await school.hire('Weg', 'weg@school.example', 'coach');
      await school.hire('Niets te doen', 'niets@school.example', 'coach');
      for (const person of [anna, nobodyKnowsWhere, gone]) await taskOf(person);
      await school.ask(gone, { type: 'RecordStaffLeft', on: calendarDate('2026-09-11') });
      await lookAt(monday, '07:30');
      expect(addressees()).toEqual(['anna@school.example']);
      expect((await school.toldOf(nobodyKnowsWhere)).map(({ type }) => type)).not.toContain('DigestSent');
    });

    it('whoever stands in, instead of who is absent', async () => {
      const bram = await school.hire('Bram', 'bram@school.example', 'coach');
      await taskOf(anna);
      await school.absent(anna, bram, monday, monday);
      await lookAt(monday, '07:30');
      expect(addressees()).toEqual(['bram@school.example']);
      await lookAt(tuesday, '07:30');
      expect(addressees()).toEqual(['anna@school.example', 'bram@school.example']);
    });

    it('everybody who has the role that is asked', async () => {
      await school.hire('Een', 'een@school.example', 'teamLeader');
      await school.hire('Twee', 'twee@school.example', 'teamLeader');
      await school.task({ of: { role: 'teamLeader' }, due: monday });
      await lookAt(monday, '07:30');
      expect(addressees()).toEqual(['een@school.example', 'twee@school.example']);
    });
  });

  describe('says', () => {
    it('how much there is to do, and one link', async () => {
      const leader = await school.hire('Leider', 'leider@school.example', 'teamLeader');
      await taskOf(leader, '2026-09-10');
      await taskOf(leader, '2026-09-11');
      await taskOf(leader, monday);
      await taskOf(leader, '2026-09-21');
      const climbed = await taskOf(anna, '2026-09-07');
      await school.becomes(climbed, 'TaskEscalated', {
        rung: 1,
        to: { role: 'teamLeader' },
        shouldHaveActed: { role: 'coach', person: anna },
      });
      await lookAt(monday, '07:30');
      const mail = post.received.find(({ to }) => to.includes('leider@school.example'));
      expect(mail?.headers.get('subject')).toBe('Uw taken in Wissel');
      expect(mail?.text.split('\r\n').filter((line) => line.startsWith('- '))).toEqual([
        '- Te laat: 2',
        '- Vandaag: 1',
        '- Doorgegeven aan u, omdat het niet op tijd is gedaan: 1',
        '- Later: 1',
      ]);
      expect(mail?.text.match(/https?:\S+/g)).toEqual([`${baseUrl}/taken`]);
      expect(mail?.text).toContain('één keer per schooldag');
    });

    it('nothing that is personal: no name, no student, no task, and no other address', async () => {
      const { task, stream } = await taskOf(anna);
      await school.hire('Bram', 'bram@school.example', 'coach');
      await lookAt(monday, '07:30');
      const [mail] = post.received;
      if (!mail) throw new Error('a mail is sent');
      const told = `${mail.raw}\n${mail.text}`;
      expect(told).not.toMatch(new RegExp(canary, 'i'));
      for (const secret of [task, stream.slice(-36), anna, 'bram', 'coach'])
        expect(told).not.toContain(secret);
      expect(mail.headers.get('to')).toBe('anna@school.example');
      expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
      expect(logged.join('\n')).not.toMatch(/school\.example|Kanarie/i);
    });
  });

  describe('and its server', () => {
    let bram: StaffId;
    beforeEach(async () => {
      bram = await school.hire('Bram', 'bram@school.example', 'coach');
      await taskOf(anna);
      await taskOf(bram);
    });

    it('that refuses an address does not keep the others from theirs', async () => {
      post.refuses.set('anna@school.example', { code: 550, says: `no anna@school.example here` });
      await lookAt(monday, '07:30');
      expect(addressees()).toEqual(['bram@school.example']);
      expect(digests.status).toEqual({ waiting: 0, refused: 1 });
      await lookAt(monday, '09:00');
      expect(addressees()).toEqual(['bram@school.example']);
      expect(logged.join('\n')).toContain(`"person":"${anna}","why":"EENVELOPE 550 RCPT TO"`);
      expect(logged.join('\n')).not.toContain('school.example');
      post.refuses.clear();
      await lookAt(tuesday, '07:30');
      expect(addressees()).toEqual(['anna@school.example', 'bram@school.example', 'bram@school.example']);
    });

    it('that wants an address to come back later gets it later, the others now', async () => {
      post.refuses.set('anna@school.example', { code: 451, says: 'greylisted' });
      await lookAt(monday, '07:30');
      expect(addressees()).toEqual(['bram@school.example']);
      expect(digests.status).toEqual({ waiting: 1, refused: 0 });
      post.refuses.clear();
      expect(await lookAt(monday, '07:30')).toBe(1);
      expect(await lookAt(monday, '07:31')).toBe(2);
    });

    it('that is down is asked again, ever less often, until it is up', async () => {
      await post.down();
      await lookAt(monday, '07:30');
      const { downSince } = digests.status;
      expect(digests.status).toMatchObject({ waiting: 2, downSince: school.clock.now() });
      const asked: string[] = [];
      for (let minutes = 31; minutes < 31 + 50; minutes++) {
        const before = logged.length;
        const time = `${minutes < 60 ? '07' : '08'}:${String(minutes % 60).padStart(2, '0')}`;
        await lookAt(monday, time);
        if (logged.length > before) asked.push(time);
      }
      expect(asked).toEqual(['07:31', '07:33', '07:37', '07:45', '08:00', '08:15']);
      expect(digests.status.downSince).toBe(downSince);
      await post.up();
      await lookAt(monday, '08:30');
      expect(addressees()).toEqual(['anna@school.example', 'bram@school.example']);
      expect(digests.status).toEqual({ waiting: 0, refused: 0 });
      expect(logged.join('\n')).not.toContain('school.example');
    });

    it('that is down all day is left alone after six, and that is told', async () => {
      await post.down();
      await lookAt(monday, '07:30');
      await lookAt(monday, '17:59');
      await post.up();
      expect(await lookAt(monday, '18:00')).toBe(0);
      await lookAt(monday, '18:01');
      expect(logged.filter((line) => line.includes('not everybody'))).toEqual([
        'not everybody got a digest today {"people":2}',
      ]);
      expect(await jobs.standing()).toMatchObject([
        { kind: 'digest', id: monday, state: 'failed', why: '2 got none', progress: { done: 0, of: 2 } },
      ]);
      expect(await lookAt(tuesday, '07:30')).toBe(2);
    });

    it('that was down says nothing to who meanwhile did what was to be done, or got something to do', async () => {
      await post.down();
      const cem = await school.hire('Cem', 'cem@school.example', 'coach');
      const dirk = await school.hire('Dirk', 'dirk@school.example', 'coach');
      const task = await taskOf(cem);
      await lookAt(monday, '07:30');
      await school.becomes(task, 'TaskEnded', {});
      await taskOf(dirk);
      await post.up();
      await lookAt(monday, '07:40');
      expect(addressees()).toEqual(['anna@school.example', 'bram@school.example']);
    });

    it('over which one address breaks the connection serves the others first', async () => {
      const [first] = [anna, bram].sort();
      const stubborn = first === anna ? 'anna@school.example' : 'bram@school.example';
      post.refuses.set(stubborn, { code: 421, says: 'closing' });
      await lookAt(monday, '07:30');
      expect(addressees()).toEqual([]);
      await lookAt(monday, '07:31');
      expect(addressees()).toHaveLength(1);
      expect(addressees()).not.toContain(stubborn);
    });
  });

  it('looks by itself once it is started, also after a look went wrong, and not after it is stopped', async () => {
    await taskOf(anna);
    school.itIs(monday, '07:30');
    let wrong = true;
    startAgain({
      every: 5,
      mayWrite: () => {
        if (wrong) throw new Error('not now');
        return true;
      },
    });
    const until = async (there: () => boolean): Promise<void> => {
      while (!there()) await setTimeout(5);
    };
    digests.start();
    await until(() => logged.some((line) => line.includes('stood still')));
    wrong = false;
    await until(() => post.received.length === 1 && digests.status.waiting === 0);
    await digests.stop();
    school.itIs(tuesday, '07:30');
    await setTimeout(50);
    expect(post.received).toHaveLength(1);
  });
});
