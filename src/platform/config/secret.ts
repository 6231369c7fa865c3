import { inspect } from 'node:util'

/** A value that no log, message or dump shows; whoever needs it says so by `reveal`. */
export interface Secret {
  reveal(): string
}

export function secret(value: string): Secret {
  const hidden = () => '[secret]'
  return Object.freeze({
    reveal: () => value,
    toString: hidden,
    toJSON: hidden,
    [inspect.custom]: hidden,
    [Symbol.toPrimitive]: hidden,
  })
}
