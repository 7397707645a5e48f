import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../src/app/config.ts';
import { runProgram } from '../../src/cli/program.ts';

export interface Said {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

/** Somebody who types commands, in a data folder of their own. */
export class Keyboard {
  readonly folder = mkdtempSync(join(tmpdir(), 'wissel-cli-'));
  readonly data: string;

  /** The data folder of a service that runs, or one of its own. */
  constructor(data?: string) {
    this.data = data ?? join(this.folder, 'data');
  }

  type(...argv: readonly string[]): Promise<Said> {
    return this.pipe('', ...argv);
  }

  /** Types a command that reads this from standard input. */
  async pipe(text: string, ...argv: readonly string[]): Promise<Said> {
    let out = '';
    let err = '';
    const exit = await runProgram(
      argv,
      {
        out: async (text) => {
          out += text;
        },
        err: (text) => {
          err += text;
        },
        signal: new AbortController().signal,
        cwd: this.folder,
        input: async function* () {
          yield Buffer.from(text);
        },
      },
      {
        config: () => readConfig({ WISSEL_DATA: this.data }),
        serve: async () => 0,
        version: '0.0.0',
      },
    );
    return { exit, out, err };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
