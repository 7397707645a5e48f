import { describe, expect, it } from '@jest/globals';
import { readConfig, WrongSettings } from '../../src/app/config.ts';

const all = {
  WISSEL_SMTP_URL: 'smtps://wissel:geh%40im@mail.school.example',
  WISSEL_MAIL_FROM: 'wissel@school.example',
  WISSEL_BASE_URL: 'https://wissel.school.example/',
};

const wrongIn = (settings: Record<string, string>): string => {
  try {
    readConfig(settings);
  } catch (error) {
    if (error instanceof WrongSettings) return error.message;
    throw error;
  }
  return '';
};

describe('the settings of mail and calendars', () => {
  it('are off when nothing is given', () => {
    const { mail, baseUrl } = readConfig({});
    expect([mail, baseUrl]).toEqual([undefined, undefined]);
    expect(
      readConfig({ WISSEL_SMTP_URL: '', WISSEL_MAIL_FROM: ' ', WISSEL_BASE_URL: '' }).mail,
    ).toBeUndefined();
  });

  it('are on when all are given', () => {
    expect(readConfig(all)).toMatchObject({
      baseUrl: 'https://wissel.school.example',
      mail: {
        from: 'wissel@school.example',
        server: {
          host: 'mail.school.example',
          port: 465,
          secure: true,
          login: { user: 'wissel', password: 'geh@im' },
        },
      },
    });
    expect(readConfig({ ...all, WISSEL_SMTP_URL: 'smtp://[::1]:2525' }).mail?.server).toEqual({
      host: '::1',
      port: 2525,
      secure: false,
    });
  });

  it('have calendars without mail, when only the address is given', () => {
    const { mail, baseUrl } = readConfig({ WISSEL_BASE_URL: 'http://localhost:3000' });
    expect([mail, baseUrl]).toEqual([undefined, 'http://localhost:3000']);
  });

  it('say what is missing', () => {
    expect(wrongIn({ WISSEL_SMTP_URL: all.WISSEL_SMTP_URL })).toMatch(
      /WISSEL_MAIL_FROM: is missing[^]*WISSEL_BASE_URL: is missing/,
    );
    expect(wrongIn({ WISSEL_MAIL_FROM: all.WISSEL_MAIL_FROM })).toMatch(/WISSEL_SMTP_URL: is missing/);
  });

  it('that are wrong stop the start, named and without their value', () => {
    const wrong: readonly (readonly [keyof typeof all, string])[] = [
      ['WISSEL_SMTP_URL', 'geheim'],
      ['WISSEL_SMTP_URL', 'https://wissel:geheim@mail.school.example'],
      ['WISSEL_SMTP_URL', 'smtp://wissel:geheim@'],
      ['WISSEL_SMTP_URL', 'smtp://geheim@mail.school.example'],
      ['WISSEL_SMTP_URL', 'smtp://:geheim@mail.school.example'],
      ['WISSEL_SMTP_URL', 'smtp://wissel:geheim%zz@mail.school.example'],
      ['WISSEL_SMTP_URL', 'smtp://wissel:geheim@mail.school.example/?tls.rejectUnauthorized=false'],
      ['WISSEL_SMTP_URL', 'smtp://wissel:geheim@mail.school.example:99999'],
      ['WISSEL_MAIL_FROM', 'geheim'],
      ['WISSEL_MAIL_FROM', 'a@geheim.nl, b@geheim.nl'],
      ['WISSEL_MAIL_FROM', 'Wissel <a@geheim.nl>'],
      ['WISSEL_BASE_URL', 'geheim'],
      ['WISSEL_BASE_URL', 'http://geheim.nl'],
      ['WISSEL_BASE_URL', 'https://a:geheim@wissel.nl'],
      ['WISSEL_BASE_URL', 'https://wissel.nl/?geheim'],
      ['WISSEL_BASE_URL', 'javascript:geheim'],
    ];
    for (const [name, value] of wrong) {
      const said = wrongIn({ ...all, [name]: value });
      expect([value, said]).toEqual([value, expect.stringContaining(`- ${name}: give`)]);
      expect(said).not.toMatch(/geheim|geh@im|geh%40im/);
    }
  });
});
