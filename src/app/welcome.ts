import { schoolYearOf } from '../domain/institution/calendar.ts';
import { amsterdamDate } from '../kernel/instant.ts';
import { type CalendarDate, dateOf } from '../kernel/calendar-date.ts';
import { simulateInto } from '../cli/simulate.ts';
import { type Config, isOwn } from './config.ts';
import { reportTable } from './figures/texts/reports.ts';
import type { Service } from './service.ts';
import { markDemo, unmarkDemo } from './wiring.ts';

/** Big enough for every box of the readings to be there, small enough not to wait for. */
const demoSchool = { students: 400, years: 2, seed: 'wissel' } as const;

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

const loadDemoSchool = async ({ writing }: Service, until: CalendarDate): Promise<void> => {
  const { students, years } = demoSchool;
  say(
    `Er is nog niets: een verzonnen school van ${students} studenten wordt gemaakt (${years} schooljaren) …`,
  );
  markDemo(writing.place);
  let told = 0;
  const made = await writing.alone(() =>
    simulateInto(
      writing,
      { ...demoSchool, until },
      ({ day, events, share }) => {
        const percent = Math.floor(share * 10) * 10;
        if (percent <= told) return;
        told = percent;
        say(`  ${percent} %  ${day}  ${events} gebeurtenissen`);
      },
      { workflows: true },
    ),
  );
  unmarkDemo(writing.place);
  say(`  klaar: ${made.lives.length} personen, ${made.events} gebeurtenissen`);
};

/** The last school year of which the second peildatum, 1 October of the year after, has been reached. */
const lastFullYear = (today: CalendarDate): number => {
  const year = schoolYearOf(today);
  return today >= dateOf(year, 10, 1) ? year - 1 : year - 2;
};

/** What a newcomer sees: a school, the twin reading of the last full year, and where to look. */
export const welcome = async (config: Config, service: Service): Promise<void> => {
  const { url, writing, reader } = service;
  const today = amsterdamDate(writing.clock.now());
  // Others may be about to bring their log to those servers.
  const mayBeDemo = writing.place.log.kind === 'file' && !config.production;
  if (mayBeDemo && (await writing.store.head()) === undefined) await loadDemoSchool(service, today);
  const answer = await reader.ask('report', { report: 'twin', year: lastFullYear(today), knownOn: today });
  if (answer.answered) say(`\n${reportTable(answer.report)}`);
  say(
    `Wissel luistert op ${url} (API en uitleg: ${url}/api/docs)${isOwn(config.host) ? ', alleen op deze computer' : ''}.`,
  );
  say(
    `AUTH=${config.auth}: wie iets vraagt wordt op zijn woord geloofd (X-Actor, X-Role); niet voor echte gegevens.`,
  );
  say(
    `Stoppen: Ctrl-C. Cijfers op de opdrachtregel: npm run wissel -- report twin --year ${lastFullYear(today)}`,
  );
};
