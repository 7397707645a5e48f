import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { developmentHashing, hashingWith } from '../../src/adapters/system/hashing.ts';
import { type Invited, invitedBy, tokenFor } from '../../src/app/invitation-token.ts';
import { studentId } from '../../src/domain/student/ids.ts';
import type { InvitationId } from '../../src/domain/trajectory/ids.ts';

const someone = (): Invited => ({
  student: studentId(randomUUID()),
  invitation: randomUUID() as string as InvitationId,
});

describe('the token of an invitation', () => {
  test('names student and invitation, is always the same, and fits in a path', () => {
    const invited = someone();
    const token = tokenFor(developmentHashing, invited);
    expect(tokenFor(developmentHashing, invited)).toBe(token);
    expect(invitedBy(developmentHashing, token)).toEqual(invited);
    expect(token).toMatch(/^[A-Za-z0-9_-]{86}$/);
  });

  test('with any one character changed it is nobody’s', () => {
    const token = tokenFor(developmentHashing, someone());
    for (let at = 0; at < token.length; at++) {
      const other = token[at] === 'A' ? 'B' : 'A';
      const forged = `${token.slice(0, at)}${other}${token.slice(at + 1)}`;
      expect(invitedBy(developmentHashing, forged)).toBeUndefined();
    }
  });

  test('of another student, or made with another key, it is nobody’s', () => {
    const [one, other] = [someone(), someone()];
    const mine = Buffer.from(tokenFor(developmentHashing, one), 'base64url');
    const theirs = Buffer.from(tokenFor(developmentHashing, other), 'base64url');
    const crossed = Buffer.concat([theirs.subarray(0, 32), mine.subarray(32)]).toString('base64url');
    expect(invitedBy(developmentHashing, crossed)).toBeUndefined();
    const key = 'x'.repeat(32);
    const elsewhere = hashingWith({ command: key, number: key, invitation: key, pseudonym: key });
    expect(invitedBy(developmentHashing, tokenFor(elsewhere, one))).toBeUndefined();
  });

  test('whatever else is given is nobody’s, and no trouble', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.base64String(), fc.stringMatching(/^[A-Za-z0-9_-]{86}$/)),
        (text) => expect(invitedBy(developmentHashing, text)).toBeUndefined(),
      ),
    );
  });
});
