const modulus = 2_147_483_647
const multiplier = 16_807

/** A number for a text: the same text, the same number (FNV-1a with a last stir). */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d)
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** From 0 to 1, without 1. */
export const randomNumber = (text: string): number => seedOf(text) / 2 ** 32

/**
 * An order that depends on the seed only. The generator is that of Park and Miller and the shuffle the one by which ODK's
 * programs give the same order for the same seed.
 */
export function inRandomOrder<Item>(items: readonly Item[], seed: number): Item[] {
  const whole = Math.trunc(seed) % modulus
  let state = whole <= 0 ? whole + modulus - 1 : whole
  const next = (): number => {
    state = (state * multiplier) % modulus
    return (state - 1) / (modulus - 1)
  }
  const order: Item[] = []
  for (const [at, item] of items.entries()) {
    const other = Math.floor(next() * (at + 1))
    order.push(item)
    const moved = order[other] as Item
    order[other] = item
    order[at] = other === at ? item : moved
  }
  return order
}
