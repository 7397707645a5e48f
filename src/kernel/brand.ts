/**
 * A value of type T that cannot be mixed up with another T: a staff id is no student id. A brand may be put on a
 * branded type, and has both then: a staff id is a UUID.
 */
export type Brand<T, Name extends string> = T & { readonly __brand: { readonly [Each in Name]: true } };
