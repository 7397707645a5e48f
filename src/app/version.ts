import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** From the package that this file belongs to, wherever it was built to. */
const findPackage = (folder: string): string => {
  try {
    const found = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version?: unknown };
    return String(found.version);
  } catch {
    const above = dirname(folder);
    return above === folder ? '0' : findPackage(above);
  }
};

export const version = findPackage(dirname(fileURLToPath(import.meta.url)));
