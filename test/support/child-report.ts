import { flushCompileCache } from 'node:module'

/** What a bot's process has used up since it started. */
export interface Usage {
  /** User and system time, in milliseconds. */
  cpuMs: number
  rssMb: number
}

/** Tells the parent that we are there, answers its questions about what we use, and goes when it goes. */
export function reportToParent(): void {
  process.on('message', () => {
    const { user, system } = process.cpuUsage()
    process.send?.({ cpuMs: (user + system) / 1000, rssMb: process.memoryUsage.rss() / 1024 / 1024 })
  })
  process.on('disconnect', () => process.exit())
  // A process that is killed keeps nothing for the next one.
  flushCompileCache()
  process.send?.('ready')
}
