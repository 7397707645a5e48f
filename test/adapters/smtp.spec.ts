import { createServer, type Server } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { smtpMailer } from '../../src/adapters/smtp/mailer.ts';
import type { MailServer } from '../../src/ports/mail.ts';
import { PostOffice } from '../app/reminders/post-office.ts';

const mail = {
  id: '0b0f4c3e-4a53-4d0c-9a43-6f1f3c0f9a11',
  to: 'anna@school.example',
  subject: 'Uw taken in Wissel',
  text: 'één\n',
};

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const mailerTo = (server: Partial<MailServer>) => {
  const mailer = smtpMailer(
    { host: '127.0.0.1', port: 1, secure: false, ...server },
    'wissel@school.example',
  );
  closing.push(() => mailer.close());
  return mailer;
};
const opened = async (...options: ConstructorParameters<typeof PostOffice>): Promise<PostOffice> => {
  const post = new PostOffice(...options);
  await post.up();
  closing.push(() => post.down());
  return post;
};

describe('mail over SMTP', () => {
  it('comes as it was written, from one sender to one address, over one connection', async () => {
    const post = await opened();
    const mailer = mailerTo({ port: post.port });
    for (const to of ['anna@school.example', 'bram@school.example'])
      expect(await mailer.send({ ...mail, to })).toEqual({ outcome: 'sent' });
    expect(post.received.map(({ from, to }) => [from, to])).toEqual([
      ['wissel@school.example', ['anna@school.example']],
      ['wissel@school.example', ['bram@school.example']],
    ]);
    const [first] = post.received;
    expect(first?.headers.get('subject')).toBe(mail.subject);
    expect(first?.headers.get('from')).toBe('Wissel <wissel@school.example>');
    expect(first?.headers.get('message-id')).toBe(`<${mail.id}@school.example>`);
    expect(first?.text).toBe('één\r\n');
    expect(post.connections).toBe(1);
  });

  it('goes to nobody that an address smuggles in', async () => {
    const post = await opened();
    const mailer = mailerTo({ port: post.port });
    for (const to of [
      'anna@school.example, bram@school.example',
      'anna@school.example\r\nBcc: bram@school.example',
      'Anna <anna@school.example>',
      'anna',
      '@school.example',
      '',
    ])
      expect(await mailer.send({ ...mail, to })).toEqual({ outcome: 'refused', why: 'not an address' });
    expect(post.connections).toBe(0);
  });

  it('tells an address that takes nothing from one that takes nothing now, and both from a server that is down', async () => {
    const post = await opened();
    const mailer = mailerTo({ port: post.port });
    const answered = (code: number) => {
      post.refuses.set(mail.to, { code, says: `${mail.to} again?` });
      return mailer.send(mail);
    };
    expect(await answered(550)).toEqual({ outcome: 'refused', why: 'EENVELOPE 550 RCPT TO' });
    expect(await answered(451)).toEqual({ outcome: 'later', why: 'EENVELOPE 451 RCPT TO' });
    expect(await answered(421)).toMatchObject({ outcome: 'down' });
    await post.down();
    expect(await mailer.send(mail)).toEqual({ outcome: 'down', why: 'ESOCKET CONN' });
    post.refuses.clear();
    await post.up();
    expect(await mailer.send(mail)).toEqual({ outcome: 'sent' });
  });

  it('logs in where that is asked, and says no word of the password when it is wrong', async () => {
    const post = await opened({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: ({ username, password }, _session, done) =>
        username === 'wissel' && password === 'geheim'
          ? done(null, { user: 'wissel' })
          : done(new Error('no')),
    });
    const login = { user: 'wissel', password: 'geheim' };
    expect(await mailerTo({ port: post.port, login }).send(mail)).toEqual({ outcome: 'sent' });
    const wrong = await mailerTo({ port: post.port, login: { ...login, password: 'verkeerd' } }).send(mail);
    expect(wrong).toEqual({ outcome: 'down', why: 'EAUTH 535 AUTH PLAIN' });
    expect(await mailerTo({ port: post.port }).send(mail)).toMatchObject({ outcome: 'down' });
  });

  it('goes over no connection that others can read, but on this machine itself', async () => {
    // Another name of this machine stands for any other.
    const elsewhere = '::ffff:127.0.0.1';
    const without = await opened({ disabledCommands: ['STARTTLS'] });
    expect(await mailerTo({ host: elsewhere, port: without.port }).send(mail)).toEqual({
      outcome: 'down',
      why: 'ETLS 500 STARTTLS',
    });
    const withExpiredCertificate = await opened();
    expect(await mailerTo({ host: elsewhere, port: withExpiredCertificate.port }).send(mail)).toEqual({
      outcome: 'down',
      why: 'ESOCKET CONN',
    });
    expect([...without.received, ...withExpiredCertificate.received]).toEqual([]);
    expect(await mailerTo({ port: without.port }).send(mail)).toEqual({ outcome: 'sent' });
  });

  it('that is under way is broken off when the mailer is closed', async () => {
    const silent: Server = createServer();
    silent.listen(0, '127.0.0.1');
    await once(silent, 'listening');
    closing.push(() => silent.close());
    const mailer = mailerTo({ port: (silent.address() as AddressInfo).port });
    const [sending] = [mailer.send(mail), once(silent, 'connection').then(() => mailer.close())];
    expect(await sending).toMatchObject({ outcome: 'down' });
  });
});
