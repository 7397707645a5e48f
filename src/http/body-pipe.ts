import { type ArgumentMetadata, Injectable, type PipeTransform, ValidationPipe } from '@nestjs/common';
import { getMetadataStorage } from 'class-validator';
import { hasNoMembers } from './bodies/given.ts';
import { problem } from './problem.ts';

interface Wrong {
  readonly path: string;
  readonly what: string;
}

/** What class-validator says of a member. */
interface Found {
  readonly property: string;
  readonly constraints?: Readonly<Record<string, string>>;
  readonly children?: readonly Found[];
}

const wrongIn = (errors: readonly Found[], prefix = ''): readonly Wrong[] =>
  errors.flatMap(({ property, constraints = {}, children = [] }) => {
    const path = `${prefix}${property}`;
    const own = Object.entries(constraints).map(([name, message]): Wrong => ({
      path,
      what: name === 'whitelistValidation' ? `${path}: is not a member here` : message,
    }));
    return [...own, ...wrongIn(children, `${path}.`)];
  });

const validating = (code: 'InvalidBody' | 'InvalidQuery'): ValidationPipe =>
  new ValidationPipe({
    transform: true,
    transformOptions: { enableImplicitConversion: false },
    whitelist: true,
    forbidNonWhitelisted: true,
    // A body without members is known all the same; whatever is in it is refused by the line above.
    forbidUnknownValues: false,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) => problem(code, { wrong: wrongIn(errors) }),
  });

/**
 * At each body class-validator looks through the classes of all others for those that it inherits from, a thirtieth of
 * what a command takes. The classes are whole before the first body comes, so once for each is enough.
 */
const findOncePerClass = (): void => {
  const storage = getMetadataStorage();
  const find = storage.getTargetValidationMetadatas.bind(storage);
  const found = new Map<unknown, ReturnType<typeof find>>();
  storage.getTargetValidationMetadatas = (target, schema, always, strictGroups, groups) => {
    const known = groups === undefined ? found.get(target) : undefined;
    if (known) return known;
    const searched = find(target, schema, always, strictGroups, groups);
    if (groups === undefined) found.set(target, searched);
    return searched;
  };
};
findOncePerClass();

/** Names that every object has: as members of a body they would pass for what they are not. */
const inheritedNames = Object.getOwnPropertyNames(Object.prototype);

/** Bodies and queries become instances of their class, checked: nothing unknown, nothing converted in silence. */
@Injectable()
export class BodyPipe implements PipeTransform {
  readonly #body = validating('InvalidBody');
  readonly #query = validating('InvalidQuery');

  async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type !== 'body' && metadata.type !== 'query') return value;
    const ofBody = metadata.type === 'body';
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw problem('MalformedJson');
    const empty = metadata.metatype !== undefined && hasNoMembers(metadata.metatype);
    const strange = Object.keys(value).filter((name) => empty || inheritedNames.includes(name));
    if (strange.length > 0)
      throw problem(ofBody ? 'InvalidBody' : 'InvalidQuery', {
        wrong: strange.map((path): Wrong => ({ path, what: `${path}: is not a member here` })),
      });
    if (empty) return value;
    return (ofBody ? this.#body : this.#query).transform(value, metadata) as Promise<unknown>;
  }
}
