/**
 * Who may import whom. Each rule is shown to bite by a planted violation in `test/architecture/planted`.
 * `$1` in a path is the subject or adapter of the importing file.
 */
const not = (...paths) => ({ pathNot: paths });

/** Modules of Node itself, as the cruiser names them: with their prefix or without. */
const platform = ['^node:', '^(crypto|fs|fs/promises|path|timers/promises|worker_threads)$'];

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'kernel-imports-nothing',
      comment: 'The vocabulary stands on its own.',
      severity: 'error',
      from: { path: '^src/kernel/' },
      to: not('^src/kernel/'),
    },
    {
      name: 'domain-imports-kernel-and-facts-of-others',
      comment:
        'A subject knows the kernel, itself, and of other subjects only ids, events, states and lookups: never how they decide.',
      severity: 'error',
      from: { path: '^src/domain/([^/]+)/' },
      to: not(
        '^src/kernel/',
        '^src/domain/$1/',
        '^src/domain/[^/]+/(ids|events|state|catalogue|calendar|settings|terms|leermeter|elfproef|birth-band)\\.ts$',
      ),
    },
    {
      name: 'ports-import-kernel',
      severity: 'error',
      from: { path: '^src/ports/' },
      to: not('^src/kernel/', '^src/ports/'),
    },
    {
      name: 'engine-imports-ports-and-kernel',
      comment: 'The engine is generic: it knows neither the domain nor an adapter.',
      severity: 'error',
      from: { path: '^src/engine/' },
      to: not('^src/kernel/', '^src/ports/', '^src/engine/', ...platform, 'node_modules/lru-cache/'),
    },
    {
      name: 'adapters-import-ports-kernel-and-their-driver',
      severity: 'error',
      from: { path: '^src/adapters/([^/]+)/' },
      to: not(
        '^src/kernel/',
        '^src/ports/',
        '^src/adapters/$1/',
        'node_modules/(nodemailer|bullmq|ioredis|@eventstore/db-client)/',
        ...platform,
      ),
    },
    {
      name: 'projections-import-kernel-and-domain-facts',
      comment: 'A read model sees what happened, never how it was decided.',
      severity: 'error',
      from: { path: '^projections/' },
      to: not(
        '^src/kernel/',
        '^projections/',
        '^src/domain/[^/]+/(ids|events|state|catalogue|calendar|settings|leermeter|dimensions|norms)\\.ts$',
        '^src/domain/institution/tables/',
        'node_modules/lru-cache/',
      ),
    },
    {
      name: 'workflows-import-kernel-and-domain-facts',
      comment:
        'A workflow sees what happened and says what is to be done; it never decides for another subject.',
      severity: 'error',
      from: { path: '^workflows/' },
      to: not(
        '^src/kernel/',
        '^workflows/',
        '^projections/figures/index\\.ts$',
        '^src/domain/[^/]+/(ids|events|state|catalogue|calendar|settings|terms|leermeter|dimensions|norms|startkwalificatie|known)\\.ts$',
      ),
    },
    {
      name: 'imports-know-domain-and-engine',
      comment: 'Text in, commands out.',
      severity: 'error',
      from: { path: '^src/(imports|simulation)/' },
      to: { path: '^src/(adapters|http|app)/|node_modules/@nestjs/' },
    },
    {
      name: 'http-knows-no-adapter',
      severity: 'error',
      from: { path: '^src/http/' },
      to: { path: '^src/adapters/' },
    },
    {
      name: 'only-wiring-imports-adapters',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: ['^src/adapters/', '^src/app/(wiring|open-log|open-background|[a-z-]+-worker)\\.ts$'],
      },
      to: { path: '^src/adapters/' },
    },
    {
      name: 'papers-alone-know-how-a-file-is-written',
      comment:
        'What may leave the team is decided there: a file that is written elsewhere would go round it.',
      severity: 'error',
      from: { pathNot: ['^src/app/papers/'] },
      to: { path: 'node_modules/(pdfkit|write-excel-file|csv-stringify)/' },
    },
    {
      name: 'no-circular-imports',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    builtInModules: { add: ['node:sqlite'] },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
