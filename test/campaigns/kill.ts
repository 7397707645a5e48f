import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { faultsIn } from './check-log.ts';
import { killCampaign } from './kill-campaign.ts';

const usage = 'npm run campaign:kill -- [--kills N] [--seed S] [--control]';
const stop = (text: string): never => {
  process.stderr.write(`${text}\n${usage}\n`);
  process.exit(2);
};

const options = (() => {
  try {
    return parseArgs({
      options: {
        kills: { type: 'string', default: '100' },
        seed: { type: 'string', default: '1' },
        control: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    return stop(error instanceof Error ? error.message : String(error));
  }
})();
if (!/^[1-9]\d{0,5}$/.test(options.kills)) stop(`--kills is a whole number from 1, not ${options.kills}`);

const folder = mkdtempSync(join(tmpdir(), 'wissel-kill-'));
const result = await killCampaign({
  kills: Number(options.kills),
  seed: options.seed,
  folder,
  build: options.control ? 'answersBeforeCommit' : 'honest',
  say: (text) => process.stderr.write(`${text}\n`),
});
process.stdout.write(`${JSON.stringify(result, undefined, 2)}\n`);

// The control answers before it commits: there it is the campaign that fails when nothing is found.
const found = faultsIn(result.findings) + result.views.differences.length > 0;
if (found && !options.control) process.stderr.write(`The folder is kept: ${folder}\n`);
else rmSync(folder, { recursive: true, force: true });
process.exitCode = found === options.control ? 0 : 1;
