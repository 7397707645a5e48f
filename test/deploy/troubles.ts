import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '../..');
export const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');

/** Only what is looked at here; the schema looks at the rest. */
interface ComposeService {
  readonly build?: unknown;
  readonly image?: string;
  readonly healthcheck?: unknown;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition?: string }>>;
}
export interface ComposeFile {
  readonly services: Readonly<Record<string, ComposeService>>;
  readonly volumes?: Readonly<Record<string, unknown>>;
}

/** What stands around the compose file and must agree with it. */
export interface Around {
  readonly dockerfile: string;
  readonly nginx: string;
  /** The names that the service reads from its environment. */
  readonly settings: ReadonlySet<string>;
}

export const composeFile = (file: string): ComposeFile => parse(textOf(file), { merge: true }) as ComposeFile;

/** As `-f one -f other` reads them, for what is looked at here. */
export const merged = (one: ComposeFile, other: ComposeFile): ComposeFile => ({
  ...one,
  volumes: { ...one.volumes, ...other.volumes },
  services: {
    ...one.services,
    ...Object.fromEntries(
      Object.entries(other.services).map(([name, service]) => [
        name,
        {
          ...one.services[name],
          ...service,
          environment: { ...one.services[name]?.environment, ...service.environment },
          volumes: [...(one.services[name]?.volumes ?? []), ...(service.volumes ?? [])],
        },
      ]),
    ),
  },
});

const { $schema: _draft07, ...schema } = JSON.parse(
  textOf('test/support/compose-spec/compose-spec.json'),
) as Record<string, unknown>;
// The schema names formats that Docker knows, not JSON Schema.
const fits = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(schema);

export const againstSchema = (file: unknown): readonly string[] =>
  fits(file)
    ? []
    : (fits.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);

/** A version that says at least major and minor: what is pulled next year is what was tried. */
const isPinned = (image: string): boolean => /:v?\d+\.\d+[\w.-]*$/.test(image);
const isFile = (volume: string): boolean => volume.startsWith('./');
const sourceOf = (volume: string): string => volume.split(':')[0] ?? '';

const ofService = (
  service: ComposeService,
  { services, volumes = {} }: ComposeFile,
  { dockerfile, settings }: Around,
): readonly string[] => {
  const { build, image = '', healthcheck, environment = {}, ports = [], depends_on: needs = {} } = service;
  const [files, named] = [
    (service.volumes ?? []).filter(isFile).map(sourceOf),
    (service.volumes ?? []).filter((volume) => !isFile(volume)).map(sourceOf),
  ];
  return [
    ...(healthcheck === undefined && (build === undefined || !/^HEALTHCHECK /m.test(dockerfile))
      ? ['has no health check']
      : []),
    ...(build === undefined && !isPinned(image) ? [`${image} is not pinned`] : []),
    ...ports
      .filter((port) => !port.startsWith('127.0.0.1:'))
      .map((port) => `publishes ${port} to others than this machine`),
    ...Object.entries(needs).flatMap(([other, { condition }]) => [
      ...(services[other] ? [] : [`waits for ${other}, which is not there`]),
      ...(condition === 'service_healthy' ? [] : [`does not wait until ${other} is healthy`]),
    ]),
    ...named.filter((volume) => !(volume in volumes)).map((volume) => `volume ${volume} is not declared`),
    ...files.filter((file) => !existsSync(join(root, file))).map((file) => `${file} is not there`),
    ...(build === undefined
      ? []
      : [
          ...(named.length === 0 ? ['keeps its data in no volume'] : []),
          ...Object.keys(environment)
            .filter((setting) => !settings.has(setting))
            .map((setting) => `${setting} is no setting of Wissel`),
        ]),
  ];
};

/** What the schema cannot tell: nothing, when the file does what its comments say. */
export const troublesOf = (file: ComposeFile, around: Around): readonly string[] => {
  const { services, volumes = {} } = file;
  const instances = Object.entries(services).filter(([, { build }]) => build !== undefined);
  const data = instances.flatMap(([, service]) => (service.volumes ?? []).map(sourceOf));
  const used = new Set(Object.values(services).flatMap((each) => (each.volumes ?? []).map(sourceOf)));
  const upstreams = [...around.nginx.matchAll(/^\s*server (\S+) resolve/gm)].map(([, address]) => address);
  const redis = services['redis']?.command?.join(' ') ?? '';
  const listens = /listen (\d+);/.exec(around.nginx)?.[1] ?? '';
  return [
    ...Object.entries(services).flatMap(([name, service]) =>
      ofService(service, file, around).map((trouble) => `${name}: ${trouble}`),
    ),
    ...Object.keys(volumes)
      .filter((volume) => !used.has(volume))
      .map((volume) => `volume ${volume} is used by nobody`),
    ...(instances.length < 2 ? ['there are not two instances'] : []),
    ...(new Set(data).size < data.length ? ['two instances share a data folder'] : []),
    ...(upstreams.sort().join() ===
    instances
      .map(([name, { environment }]) => `${name}:${environment?.['WISSEL_PORT'] ?? '3000'}`)
      .sort()
      .join()
      ? []
      : [`the proxy knows ${upstreams.join(', ')}`]),
    ...(Object.values(services).some(({ ports }) => ports?.some((port) => port.endsWith(`:${listens}`)))
      ? []
      : ['the proxy listens on a port that nobody publishes']),
    ...(['--appendonly yes', '--maxmemory-policy noeviction'] as const)
      .filter((setting) => !redis.includes(setting))
      .map((setting) => `redis: without ${setting}`),
  ];
};
