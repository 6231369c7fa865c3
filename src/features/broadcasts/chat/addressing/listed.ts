import { formatAlternatives, formatList } from '../../../../platform/texts/numbers.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { groupKey } from '../../../../shared/groups.ts'

const mostNamed = 4

/** "A, B, C and 3 more"; all of them, or any. */
export function listed(words: Words, names: readonly string[], how: 'all' | 'any'): string {
  const rest = names.length - mostNamed
  const said =
    rest > 0 ? [...names.slice(0, mostNamed), words.plain('addressing:say.more', { count: rest })] : names
  return (how === 'any' ? formatAlternatives : formatList)(said, words.language)
}

/** A bus in the reader's language, whoever wrote it in which; any other group as it is called. */
export function groupName(words: Words, group: string): string {
  const [, bus] = /^bus (.+)$/.exec(groupKey(group)) ?? []
  return bus === undefined ? group : words.plain('addressing:bus', { bus })
}
