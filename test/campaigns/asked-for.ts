import { parseArgs } from 'node:util';

/** A whole number from 1. */
export interface Whole {
  readonly usually: number;
  readonly most: number;
}

/**
 * What was typed after the name of a campaign: whole numbers, and which build is played (the honest one, or one that is
 * broken so that it must be found). What is typed wrongly is told with the usage, and nothing is played.
 */
export const askedFor = <Name extends string, Build extends string>(
  usage: string,
  numbers: Readonly<Record<Name, Whole>>,
  builds: readonly Build[],
): { readonly numbers: Readonly<Record<Name, number>>; readonly build: Build } => {
  const stop = (text: string): never => {
    process.stderr.write(`${text}\n${usage} [--build ${builds.join('|')}]\n`);
    process.exit(2);
  };
  const names = Object.keys(numbers) as Name[];
  const typed = (() => {
    try {
      const options = Object.fromEntries(
        [...names, 'build'].map((name) => [name, { type: 'string' }] as const),
      );
      return parseArgs({ options }).values;
    } catch (error) {
      return stop(error instanceof Error ? error.message : String(error));
    }
  })();
  const whole = (name: Name): number => {
    const { usually, most } = numbers[name];
    const text = typed[name] ?? String(usually);
    const value = Number(text);
    return /^\d{1,9}$/.test(text) && value >= 1 && value <= most
      ? value
      : stop(`--${name} is a whole number from 1 to ${most}, not ${text}`);
  };
  const { build = 'honest' } = typed;
  return {
    numbers: Object.fromEntries(names.map((name) => [name, whole(name)])) as Record<Name, number>,
    build: builds.find((each) => each === build) ?? stop(`--build ${build}?`),
  };
};

/**
 * What a campaign found, on standard output. Of a build that is broken it is the campaign that fails when it finds
 * nothing. `from`: when it began (ms of this process).
 */
export const conclude = (
  counted: Readonly<Record<string, number>>,
  faulty: readonly unknown[],
  { from, build }: { readonly from: number; readonly build: string },
): void => {
  process.stderr.write(`${((performance.now() - from) / 1_000).toFixed(1)} s\n`);
  process.stdout.write(`${JSON.stringify({ ...counted, faulty }, undefined, 2)}\n`);
  process.exitCode = (faulty.length === 0) === (build === 'honest') ? 0 : 1;
};
