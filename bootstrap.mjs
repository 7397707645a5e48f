// The first thing that runs on a fresh machine: plain JavaScript without dependencies, for any Node from 20.19
// on. It installs and builds what changed since the last time and hands over to the Node that the project pins.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));
const inRoot = (...parts) => join(root, ...parts);
const windows = process.platform === 'win32';
const pinnedNode = inRoot('node_modules', 'node', 'bin', windows ? 'node.exe' : 'node');
const installedStamp = inRoot('node_modules', '.wissel-installed');
const builtStamp = inRoot('dist', '.wissel-built');

/** Standard output belongs to the answer of what is started. */
const say = (text) => process.stderr.write(`${text}\n`);
const stop = (text, code = 1) => {
  say(text);
  process.exit(code);
};

const stampIn = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '');

const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(inRoot('package-lock.json')))
    .digest('hex');

/** Output of the steps goes to standard error as well. */
const run = (command, args, shell = false) =>
  spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], shell }).status === 0;

const install = () => {
  const wanted = lockHash();
  if (stampIn(installedStamp) === wanted && existsSync(pinnedNode)) return;
  say('Installing the dependencies (npm ci) …');
  if (!run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], windows))
    stop('Installing failed: see what npm said above, mend it and start again.');
  if (!existsSync(pinnedNode))
    stop(
      'The Node that this project runs on was not installed: its install script did not run.\n' +
        'Look whether `npm config get ignore-scripts` says true, set it to false and start again.',
    );
  writeFileSync(installedStamp, wanted);
};

const sourcesIn = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? sourcesIn(join(folder, entry.name)) : [join(folder, entry.name)],
  );

const sourcesHash = () => {
  const hash = createHash('sha256').update(lockHash());
  const files = ['src', 'projections', 'workflows'].flatMap((folder) =>
    existsSync(inRoot(folder)) ? sourcesIn(inRoot(folder)) : [],
  );
  for (const file of [
    ...files,
    inRoot('tsconfig.json'),
    inRoot('tsconfig.build.json'),
    inRoot('nest-cli.json'),
  ].sort()) {
    const { mtimeMs, size } = statSync(file);
    hash.update(`${file} ${mtimeMs} ${size}\n`);
  }
  return hash.digest('hex');
};

const build = () => {
  const wanted = sourcesHash();
  if (stampIn(builtStamp) === wanted) return;
  say('Building …');
  // What a deleted source left behind would still be found by those who look for it.
  rmSync(inRoot('dist'), { recursive: true, force: true });
  if (!run(pinnedNode, [inRoot('node_modules', '@nestjs', 'cli', 'bin', 'nest.js'), 'build']))
    stop('Building failed: see the messages above.');
  mkdirSync(inRoot('dist'), { recursive: true });
  writeFileSync(builtStamp, wanted);
};

const signals = ['SIGTERM', 'SIGINT', 'SIGHUP'];

/**
 * Hands over: same terminal, same signals, same exit code; `next` goes on when all went well. The project's Node comes
 * first on the path of what it starts.
 */
const handOver = (args, next) => {
  const child = spawn(pinnedNode, ['--disable-warning=ExperimentalWarning', ...args], { stdio: 'inherit' });
  const forward = (signal) => child.kill(signal);
  for (const each of signals) process.on(each, forward);
  child.on('error', (error) => stop(`Could not start ${pinnedNode}: ${error.message}`));
  child.on('exit', (code, signal) => {
    for (const each of signals) process.removeListener(each, forward);
    if (code === 0 && next) next();
    else process.exit(code ?? 128 + (constants.signals[signal] ?? 0));
  });
};

const jest = (args, next) =>
  handOver(['--experimental-vm-modules', inRoot('node_modules', 'jest', 'bin', 'jest.js'), ...args], next);

/** Without arguments every test; with them, what jest makes of them, one file at a time. */
const test = (args) => {
  if (args.length > 0) return jest(['--runInBand', ...args]);
  jest(['--selectProjects', 'together', '--maxWorkers=2'], () =>
    jest(['--selectProjects', 'alone', '--runInBand']),
  );
};

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19))
  stop(
    `Wissel is set up with Node 20.19 or newer; this is Node ${process.versions.node}.\n` +
      'Install a newer one (https://nodejs.org) and start again. It runs on a Node of its own after that.',
  );

const [what, ...rest] = process.argv.slice(2);
const doing = {
  start: () => handOver([inRoot('dist', 'src', 'main.js'), 'start', ...rest]),
  wissel: () => handOver([inRoot('dist', 'src', 'cli.js'), ...rest]),
  test: () => test(rest),
  /** Any other script of the project, on the project's Node: `run bench/run.ts …`. */
  run: () => handOver(rest),
  setup: () => undefined,
}[what ?? ''];
if (!doing) stop('Use: node bootstrap.mjs start | test | wissel | run | setup', 2);
install();
build();
doing();
