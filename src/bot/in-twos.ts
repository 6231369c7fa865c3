/** Buttons in rows of two; a last odd one stands alone. */
export const inTwos = <Some>(all: readonly Some[]): Some[][] =>
  all.flatMap((_, at) => (at % 2 === 0 ? [all.slice(at, at + 2)] : []))
