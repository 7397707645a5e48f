import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import {
  againstSchema,
  type Around,
  composeFile,
  type ComposeFile,
  merged,
  textOf,
  troublesOf,
} from './troubles.ts';

const root = join(import.meta.dirname, '../..');

/** Named in the compose file before the part of the service that reads it is there. */
const notReadYet = ['REDIS_URL'];
const readByTheService = new Set(
  ['src/app/config.ts', 'src/app/mail-settings.ts'].flatMap((file) =>
    [...textOf(file).matchAll(/\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*\b/g)].map(([name]) => name),
  ),
);
const around: Around = {
  dockerfile: textOf('Dockerfile'),
  nginx: textOf('deploy/nginx.conf'),
  settings: new Set([...readByTheService, ...notReadYet]),
};
const compose = composeFile('docker-compose.yml');
const files = {
  'docker-compose.yml': compose,
  'docker-compose.yml with deploy/eventstoredb.yml': merged(compose, composeFile('deploy/eventstoredb.yml')),
};

describe.each(Object.entries(files))('%s', (_name, file) => {
  it('is what the Compose Specification allows', () => {
    expect(againstSchema(file)).toEqual([]);
  });

  it('does what it says, as far as can be seen without Docker', () => {
    expect(troublesOf(file, around)).toEqual([]);
  });
});

/** The file with one thing changed. */
const planted = (service: string, change: Readonly<Record<string, unknown>>): ComposeFile => ({
  ...compose,
  services: { ...compose.services, [service]: { ...compose.services[service], ...change } },
});

describe('a fault in it', () => {
  it.each<[string, ComposeFile, string]>([
    ['no health check', planted('redis', { healthcheck: undefined }), 'redis: has no health check'],
    [
      'a floating image',
      planted('log', { image: 'kurrentplatform/kurrentdb:latest' }),
      'latest is not pinned',
    ],
    ['an image without a tag', planted('redis', { image: 'redis' }), 'redis is not pinned'],
    ['a port for everybody', planted('proxy', { ports: ['3000:8080'] }), 'publishes 3000:8080 to others'],
    ['a port that nobody listens on', planted('proxy', { ports: ['127.0.0.1:3000:80'] }), 'nobody publishes'],
    [
      'a volume that is not declared',
      planted('redis', { volumes: ['cache:/data'] }),
      'cache is not declared',
    ],
    [
      'a volume that nobody uses',
      { ...compose, volumes: { ...compose.volumes, old: null } },
      'old is used by nobody',
    ],
    [
      'a file that is not there',
      planted('proxy', { volumes: ['./nginx.conf:/etc/nginx/nginx.conf'] }),
      './nginx.conf is not there',
    ],
    ['an instance without a volume', planted('one', { volumes: [] }), 'one: keeps its data in no volume'],
    ['two instances in one folder', planted('one', { volumes: ['two:/data'] }), 'share a data folder'],
    [
      'a setting that does not exist',
      planted('one', { environment: { WISSEL_DATE: '/data' } }),
      'WISSEL_DATE is no setting',
    ],
    [
      'a log that is not waited for',
      planted('one', { depends_on: { log: { condition: 'service_started' } } }),
      'does not wait until log',
    ],
    [
      'a service that is not there',
      planted('one', { depends_on: { mail: { condition: 'service_healthy' } } }),
      'waits for mail',
    ],
    [
      'an instance that the proxy does not know',
      planted('three', { ...compose.services['one'], volumes: ['three:/data'] }),
      'the proxy knows one:3000, two:3000',
    ],
    [
      'a Redis that forgets',
      planted('redis', { command: ['redis-server'] }),
      'redis: without --appendonly yes',
    ],
  ])('is found: %s', (_what, file, says) => {
    expect(troublesOf(file, around).join('\n')).toContain(says);
  });

  it.each<[string, unknown]>([
    ['a word that Compose does not know', planted('one', { restarts: 'always' })],
    ['a list for a map', planted('one', { healthcheck: ['CMD', 'true'] })],
    ['no services at all', { ...compose, services: [] }],
  ])('is found by the schema: %s', (_what, file) => {
    expect(againstSchema(file)).not.toEqual([]);
  });

  it('is a setting that was to come and is there now: then it stands here no longer', () => {
    expect(notReadYet.filter((name) => readByTheService.has(name))).toEqual([]);
  });
});

describe('docs/operating.md', () => {
  it('names every setting that the service reads, and no other', () => {
    const named = [...textOf('docs/operating.md').matchAll(/^\| `([A-Z_]+)` /gm)].map(([, name]) => name);
    const read = [...readByTheService].filter((name) =>
      /^(WISSEL_|EVENTSTORE_|REDIS_|AUTH$|NODE_ENV$|LOG_LEVEL$)/.test(name),
    );
    expect([...named].sort()).toEqual([...new Set([...read, ...notReadYet])].sort());
  });
});

describe('the image', () => {
  const { dockerfile } = around;
  const { devDependencies } = JSON.parse(textOf('package.json')) as {
    readonly devDependencies: Readonly<Record<string, string>>;
  };

  it('runs on the Node that the project pins', () => {
    expect(/^FROM node:(\S+?)-/m.exec(dockerfile)?.[1]).toBe(devDependencies['node']);
    expect([...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, image]) => image)).toEqual([
      expect.stringMatching(/^node:/),
      'node',
      'node',
      'node',
    ]);
  });

  it('is run by nobody in particular', () => {
    const last = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '));
    expect(/^USER (\S+)/m.exec(last)?.[1]).toBe('node');
  });

  it('copies what is there, and what .dockerignore lets through', () => {
    const let_ = textOf('.dockerignore')
      .split('\n')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1));
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, sources]) =>
      (sources ?? '').split(' '),
    );
    expect(copied.length).toBeGreaterThan(6);
    for (const source of copied) {
      expect(globSync(source, { cwd: root })).toEqual([source]);
      expect(let_).toContain(source);
    }
    expect([...let_].sort()).toEqual([...new Set(copied)].sort());
  });

  it('has a command line that can be run', () => {
    expect(readFileSync(join(root, 'deploy/wissel'), 'utf8')).toContain('exec node');
    expect(dockerfile).toContain('ENTRYPOINT ["wissel"]');
  });
});
