/** A value of type T that cannot be mixed up with another T: a staff id is no student id. */
export type Brand<T, Name extends string> = T & { readonly __brand: Name };
