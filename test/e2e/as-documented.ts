import { Ajv, type ValidateFunction } from 'ajv';

interface Document {
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly responses: Readonly<Record<string, Response>> }>>>
  >;
  readonly components: { readonly schemas: object };
}
interface Response {
  readonly content?: Readonly<Record<string, { readonly schema: object }>>;
}

/** Holds each answer against what the documentation of the running service says of it. */
export class AsDocumented {
  readonly #document: Document;
  readonly #ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
  readonly #checks = new Map<string, ValidateFunction>();

  constructor(document: Document) {
    this.#document = document;
    this.#ajv.addSchema(document, 'api');
  }

  /** What is wrong with an answer; nothing, when it is as documented. */
  wrong(method: string, url: string, status: number, type: string, body: unknown): string | undefined {
    const path = Object.keys(this.#document.paths).find((each) =>
      new RegExp(`^${each.replaceAll(/\{[^}]+\}/g, '[^/]+')}$`).test(url.split('?')[0] ?? ''),
    );
    if (path === undefined) return undefined;
    const operation = this.#document.paths[path]?.[method.toLowerCase()];
    const response = operation?.responses[String(status)];
    if (!response) return `${method} ${path}: ${status} is not documented`;
    const found = Object.entries(response.content ?? {}).find(([each]) => type.startsWith(each));
    if (!found) return `${method} ${path}: ${status} is not documented as ${type}`;
    if (!type.includes('json') || type.includes('ndjson')) return undefined;
    const pointer = [
      'paths',
      path,
      method.toLowerCase(),
      'responses',
      String(status),
      'content',
      found[0],
      'schema',
    ]
      .map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')))
      .join('/');
    const check = this.#checks.get(pointer) ?? this.#ajv.compile({ $ref: `api#/${pointer}` });
    this.#checks.set(pointer, check);
    return check(body) ? undefined : `${method} ${path} ${status}: ${this.#ajv.errorsText(check.errors)}`;
  }
}
