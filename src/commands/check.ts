import { locales } from './check/locales.ts'
import { arrows, tool, type Check } from './check/tools.ts'

/** Everything that can be said about the code without running it. The longest come first. */
const checks: readonly Check[] = [
  tool('lint', 'eslint', 'bin/eslint.js', '.', '--max-warnings', '0'),
  tool('types', 'typescript', 'bin/tsc'),
  tool('dead code', 'knip', 'bin/knip.js', '--no-progress', '--no-config-hints'),
  tool('format', 'prettier', 'bin/prettier.cjs', '--check', '--log-level', 'warn', '.'),
  arrows,
  locales,
]

const atOnce = 2
const waiting = [...checks]
const failed: string[] = []

await Promise.all(Array.from({ length: atOnce }, workOff))
console.log(failed.length === 0 ? 'All is well.' : `Not well: ${failed.join(', ')}.`)
process.exitCode = failed.length === 0 ? 0 : 1

async function workOff(): Promise<void> {
  for (let check = waiting.shift(); check; check = waiting.shift()) {
    const began = performance.now()
    const { isGood, said } = await check.run()
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    console.log(`${isGood ? '✓' : '✗'} ${check.name} (${seconds} s)${isGood ? '' : `\n${indent(said)}`}`)
    if (!isGood) failed.push(check.name)
  }
}

function indent(text: string): string {
  return text.replace(/^/gm, '    ')
}
