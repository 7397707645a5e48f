import { Query } from '@nestjs/cqrs';
import { outsideRaters } from '../domain/trajectory/events/guidance.ts';
import { trajectoryEvents } from '../domain/trajectory/events.ts';
import { date, optional, structural } from '../kernel/schema.ts';
import { CommandAnswer, commandAnswer, commandProblems } from './answers.ts';
import { bodyOf } from './bodies/given.ts';
import { postController } from './commands.ts';
import { commandIdOf } from './headers.ts';
import { type Done, RateByInvitation, type RatingGiven } from './messages.ts';
import { type ViewAnswer, viewController } from './query-routes.ts';
import { countSchema, daySchema, listOf, objectOf, oneOf, type Schema, textSchema } from './schemas.ts';

const path = 'api/leermeter-invitations';
const tag = 'LeermeterInvitations';
const token: Schema = { ...textSchema, description: 'as it was answered to whoever invited' };
/** Who holds a token says who he is by it: nobody asks him for more. */
const heldByAnybody = (status: number): boolean => status !== 401 && status !== 403;

const { scores, remarks } = trajectoryEvents.LeermeterRated.fields;
const Rating = bodyOf('RateByInvitation', {
  on: optional(structural(date, 'when the rating was made; absent: today')),
  scores,
  remarks,
});

export const ratingController = postController<Done>(tag, path, [
  {
    name: 'RateByInvitation',
    path: ':token/rate',
    param: { name: 'token', schema: token },
    policy: 'public',
    body: Rating,
    says: `LeermeterRated: ${trajectoryEvents.LeermeterRated.says}`,
    revised: false,
    answers: CommandAnswer,
    problems: [...commandProblems.filter((status) => status !== 412 && heldByAnybody(status)), 404],
    message: (held, given, { headers }) =>
      new RateByInvitation(held, given as RatingGiven, commandIdOf(headers)),
    answer: commandAnswer,
  },
]);

export class InvitationOf extends Query<ViewAnswer> {
  constructor(readonly token: string) {
    super();
  }
}

const invitationSchema = objectOf({
  rater: oneOf(outsideRaters),
  expiresOn: daySchema,
  'student?': { ...textSchema, description: 'the name, when it is known' },
  leermeter: objectOf({
    name: textSchema,
    least: countSchema,
    most: countSchema,
    competences: listOf(objectOf({ code: textSchema, name: textSchema })),
  }),
});

export const invitationController = viewController([
  {
    name: 'LeermeterInvitation',
    tag,
    path: `${path}/:token`,
    says: 'What somebody outside the school is asked to rate',
    policy: 'public',
    params: { token },
    answers: invitationSchema,
    problems: [400, 404, 409, 500, 503],
    ask: ({ token: held = '' }) => new InvitationOf(held),
  },
]);
