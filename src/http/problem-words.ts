/** What can be wrong with a request before a subject is asked, or with the service itself. */
const words = {
  ActorMissing: {
    status: 401,
    nl: 'Zeg wie u bent: geef in de header X-Actor een personeels- of studentnummer van Wissel (UUID).',
    en: 'Say who you are: give a staff or student id (UUID) in the header X-Actor.',
  },
  RoleMissing: {
    status: 401,
    nl: 'Zeg in welke rol u vraagt: geef in de header X-Role een van de rollen.',
    en: 'Say in which role you ask: give one of the roles in the header X-Role.',
  },
  NotYours: {
    status: 403,
    nl: 'Dit mag u in deze rol niet vragen.',
    en: 'You may not ask this in this role.',
  },
  IdempotencyKeyMissing: {
    status: 400,
    nl: 'Geef elke opdracht een eigen header Idempotency-Key (een nieuwe UUID); bij herhalen dezelfde.',
    en: 'Give every command a header Idempotency-Key of its own (a new UUID); repeat it with the same one.',
  },
  IdempotencyKeyInvalid: {
    status: 400,
    nl: 'De header Idempotency-Key is geen UUID.',
    en: 'The header Idempotency-Key is not a UUID.',
  },
  IdempotencyKeyReused: {
    status: 422,
    nl: 'Deze Idempotency-Key is al gebruikt voor een andere opdracht. Gebruik een nieuwe UUID.',
    en: 'This Idempotency-Key was used before for another command. Use a new UUID.',
  },
  IfMatchInvalid: {
    status: 400,
    nl: 'De header If-Match is geen revisie zoals ETag die geeft, bijvoorbeeld "3".',
    en: 'The header If-Match is not a revision as ETag gives it, for example "3".',
  },
  RevisionIsOld: {
    status: 412,
    nl: 'Er is intussen iets bijgekomen: lees opnieuw en vraag het dan nog eens.',
    en: 'Something was added meanwhile: read again and then ask again.',
  },
  Conflict: {
    status: 409,
    nl: 'Iemand anders was telkens net eerder: vraag het nog eens, met dezelfde Idempotency-Key.',
    en: 'Somebody else was first every time: ask again, with the same Idempotency-Key.',
  },
  InvalidId: {
    status: 400,
    nl: 'Het id in het pad is geen UUID in kleine letters.',
    en: 'The id in the path is not a UUID in lower case.',
  },
  InvalidBody: {
    status: 400,
    nl: 'De inhoud van de opdracht klopt niet; `about` zegt per veld wat.',
    en: 'The body is wrong; `about` says what, per member.',
  },
  InvalidQuery: {
    status: 400,
    nl: 'De vraag klopt niet; `about` zegt per parameter wat.',
    en: 'The query is wrong; `about` says what, per parameter.',
  },
  MalformedJson: {
    status: 400,
    nl: 'De inhoud is geen JSON-object dat hier gelezen kan worden, of noemt een veld tweemaal.',
    en: 'The body is not a JSON object that can be read here, or it names a member twice.',
  },
  MalformedRequest: {
    status: 400,
    nl: 'Dit verzoek kan niet gelezen worden.',
    en: 'This request cannot be read.',
  },
  NotFound: {
    status: 404,
    nl: 'Dit bestaat niet. Op /api/docs staat wat er wel is.',
    en: 'There is no such thing. /api/docs says what there is.',
  },
  UnknownTask: {
    status: 404,
    nl: 'Deze taak bestaat niet.',
    en: 'There is no such task.',
  },
  RuleNotHere: {
    status: 409,
    nl: 'Deze taak hoort bij een regel die in deze versie van Wissel niet meer bestaat.',
    en: 'This task belongs to a rule that this version of Wissel no longer has.',
  },
  BodyTooLarge: {
    status: 413,
    nl: 'De inhoud is te groot: hoogstens 100 kB.',
    en: 'The body is too large: at most 100 kB.',
  },
  UnsupportedMediaType: {
    status: 415,
    nl: 'Stuur de inhoud als application/json.',
    en: 'Send the body as application/json.',
  },
  NoScout: {
    status: 422,
    nl: 'Dit landschap heeft op die dag geen scout; noem er een (scout) of wijs die rol eerst toe.',
    en: 'This landschap has no scout on that day; name one (scout) or assign that role first.',
  },
  CalendarsOff: {
    status: 409,
    nl: 'Agenda’s staan hier uit: wie de dienst beheert geeft eerst een adres op (WISSEL_BASE_URL).',
    en: 'Calendars are off here: whoever runs the service gives it an address first (WISSEL_BASE_URL).',
  },
  PeildatumNotReached: {
    status: 422,
    nl: 'De tweede peildatum van dit schooljaar is op die dag nog niet bereikt.',
    en: 'The second peildatum of this school year is not reached on that day.',
  },
  NotYetReadable: {
    status: 503,
    nl: 'De leesmodellen zijn nog niet zo ver als gevraagd; probeer het zo nog eens.',
    en: 'The read models are not as far as asked yet; try again in a moment.',
  },
  OutcomeUnknown: {
    status: 503,
    nl: 'Het is niet zeker of dit is vastgelegd. Vraag het nog eens met dezelfde Idempotency-Key, zo nodig nadat de dienst herstart is.',
    en: 'It is not certain whether this was recorded. Ask again with the same Idempotency-Key, after a restart of the service if need be.',
  },
  LogAway: {
    status: 503,
    nl: 'Het logboek met de gebeurtenissen is nu niet te lezen; probeer het zo nog eens.',
    en: 'The log of the events cannot be read now; try again in a moment.',
  },
  WrongHost: {
    status: 421,
    nl: 'Met AUTH=dev antwoordt de dienst alleen op localhost of 127.0.0.1.',
    en: 'With AUTH=dev the service answers to localhost or 127.0.0.1 only.',
  },
  Starting: {
    status: 503,
    nl: 'De dienst is nog bezig met starten; vraag het zo nog eens.',
    en: 'The service is still starting; ask again in a moment.',
  },
  Stopping: {
    status: 503,
    nl: 'De dienst stopt; vraag het zo nog eens.',
    en: 'The service is stopping; ask again in a moment.',
  },
  StoreFull: {
    status: 507,
    nl: 'De schijf is vol: er is niets vastgelegd. Lezen kan nog wel.',
    en: 'The disk is full: nothing was recorded. Reading still works.',
  },
  InternalError: {
    status: 500,
    nl: 'Er ging hier iets mis; het staat in het logboek van de dienst.',
    en: 'Something went wrong here; the log of the service says what.',
  },
} as const;

export type ProblemCode = keyof typeof words;
export const problemWords: Readonly<
  Record<ProblemCode, { readonly status: number; readonly nl: string; readonly en: string }>
> = words;
