import { spawn } from 'node:child_process'
import { join } from 'node:path'

/** How one part of the check ended: what it found, when it found anything. */
export interface Finding {
  readonly isGood: boolean
  readonly said: string
}

export interface Check {
  readonly name: string
  run(): Promise<Finding>
}

/** A tool from `node_modules` that says by its exit code whether all is well. */
export const tool = (name: string, packageName: string, program: string, ...args: string[]): Check => ({
  name,
  run: () => runTool(packageName, program, args),
})

/** dependency-cruiser is content when it has looked at nothing, e.g. with a TypeScript that it cannot read. */
export const arrows: Check = {
  name: 'arrows',
  async run() {
    const args = ['src', '--config', '.dependency-cruiser.cjs', '--output-type', 'err']
    const finding = await runTool('dependency-cruiser', 'bin/dependency-cruiser.mjs', args)
    const modules = Number(
      /\((\d+) modules|(\d+) modules, \d+ dep/.exec(finding.said)?.slice(1).find(Boolean) ?? 0,
    )
    if (modules > 0) return finding
    return { isGood: false, said: `It looked at no module at all.\n${finding.said}` }
  },
}

async function runTool(packageName: string, program: string, args: readonly string[]): Promise<Finding> {
  const child = spawn(process.execPath, [join('node_modules', packageName, program), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (piece: Buffer) => (said += piece.toString()))
  return new Promise((done, fail) => {
    child.on('error', fail)
    child.on('close', (code) => done({ isGood: code === 0, said: said.trim() }))
  })
}
