import type { Config } from './config.ts';
import type { Service } from './service.ts';

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

/** What a newcomer sees: a school, where to look, and the twin reading of the last full year. */
export const welcome = async (config: Config, { url }: Service): Promise<void> => {
  say(`Wissel luistert op ${url} (API: ${url}/api/docs), alleen op deze computer.`);
  say(
    `AUTH=${config.auth}: wie iets vraagt wordt op zijn woord geloofd (X-Actor, X-Role); niet voor echte gegevens.`,
  );
};
