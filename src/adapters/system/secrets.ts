import { randomBytes } from 'node:crypto';
import type { Secrets } from '../../ports/secrets.ts';

export const systemSecrets: Secrets = { fresh: () => randomBytes(32).toString('base64url') };
