// BullMQ packs what it sends with an addon in native code, which ends the process when many suites load it one after another.
process.env.MSGPACKR_NATIVE_ACCELERATION_DISABLED = 'true';

/** Types are checked once, by tsc; here swc only takes them away. */
export default {
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
  testTimeout: 30_000,
};
