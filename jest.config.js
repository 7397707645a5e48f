// BullMQ packs what it sends with an addon in native code, which ends the process when many suites load it one after another.
process.env.MSGPACKR_NATIVE_ACCELERATION_DISABLED = 'true';

/** What starts servers and holds them to a time: beside another file it would wait for a processor, not for an answer. */
const alone = ['adapters', 'campaigns', 'contracts', 'e2e'];

/** Types are checked once, by tsc; here swc only takes them away. */
const each = {
  rootDir: '.',
  testMatch: ['<rootDir>/test/**/*.spec.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/test/architecture/planted'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2024',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          keepClassNames: true,
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
};

/** bootstrap.mjs runs the first project two files at a time and the second one by one. */
export default {
  testTimeout: 30_000,
  projects: [
    {
      ...each,
      displayName: 'together',
      testPathIgnorePatterns: ['/node_modules/', ...alone.map((folder) => `<rootDir>/test/${folder}/`)],
    },
    {
      ...each,
      displayName: 'alone',
      testMatch: alone.map((folder) => `<rootDir>/test/${folder}/**/*.spec.ts`),
    },
  ],
};
