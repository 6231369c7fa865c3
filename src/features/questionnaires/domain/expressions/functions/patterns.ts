import { RE2JS } from 're2js'

/** Longer patterns are refused. */
export const longestPattern = 500

/** Instructions a pattern may come to; each is looked at for each letter of an answer. */
const mostInstructions = 1_200

const known = new Map<string, RE2JS | undefined>()

/**
 * Reads a pattern of a coordinator. `undefined` when it is none, or one that would keep the bot busy: it runs in
 * linear time, which is why look-arounds and back references are not known.
 */
export function compilePattern(pattern: string): RE2JS | undefined {
  if (known.has(pattern)) return known.get(pattern)
  const compiled = compile(pattern)
  // Patterns may be worked out of answers, so their number has no end.
  if (known.size >= 1_000) known.clear()
  known.set(pattern, compiled)
  return compiled
}

/** ODK reference: an exact and complete match. What is no pattern matches nothing. */
export const matchesWhole = (text: string, pattern: string): boolean =>
  compilePattern(pattern)?.matches(text) ?? false

function compile(pattern: string): RE2JS | undefined {
  if (pattern.length > longestPattern) return undefined
  try {
    const compiled = RE2JS.compile(pattern)
    return compiled.programSize() > mostInstructions ? undefined : compiled
  } catch {
    return undefined
  }
}
