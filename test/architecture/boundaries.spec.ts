import { describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const planted = join(import.meta.dirname, 'planted');

interface Cruise {
  readonly violations: readonly Violation[];
  readonly rules: readonly string[];
}

interface Violation {
  readonly rule: { readonly name: string };
  readonly from: string;
  readonly to: string;
}

/** What dependency-cruiser finds in a tree; it leaves with the number of violations. */
const cruise = (folder: string, ...parts: string[]): Promise<Cruise> =>
  new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [
        join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs'),
        '--config',
        join(root, '.dependency-cruiser.mjs'),
        '--ts-config',
        join(root, 'tsconfig.json'),
        '--output-type',
        'json',
        ...parts,
      ],
      { cwd: folder, maxBuffer: 64 * 1024 * 1024 },
      (_leftWith, out, complaints) => {
        try {
          const { summary } = JSON.parse(out) as {
            summary: { violations: Violation[]; ruleSetUsed: { forbidden: { name: string }[] } };
          };
          resolve({
            violations: summary.violations,
            rules: summary.ruleSetUsed.forbidden.map(({ name }) => name),
          });
        } catch {
          reject(new Error(complaints || out));
        }
      },
    );
  });

describe('who may import whom', () => {
  it('is kept everywhere', async () => {
    const { violations } = await cruise(root, 'src', 'projections', 'workflows');
    expect(violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
  });

  it('is kept by rules that bite: each finds the violation planted for it', async () => {
    const { violations, rules } = await cruise(planted, 'src', 'projections', 'workflows');
    const bitten = new Set(violations.map(({ rule }) => rule.name));
    expect([...bitten].sort()).toEqual([...rules].sort());
    for (const file of [
      'src/domain/trajectory/knows-nest.ts',
      'src/engine/knows-the-domain.ts',
      'src/engine/knows-an-adapter.ts',
      'projections/reads-files.ts',
      'projections/knows-how-staff-decides.ts',
      'workflows/decides-for-staff.ts',
    ])
      expect(violations.map(({ from }) => from)).toContain(file);
  });
});
