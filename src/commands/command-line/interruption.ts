/** Ends when the person at the keyboard, or whoever supervises us, wants it to. */
export function interruption(): { signal: AbortSignal; forget(): void } {
  const controller = new AbortController()
  const end = () => controller.abort()
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  for (const name of signals) process.on(name, end)
  return {
    signal: controller.signal,
    forget: () => signals.forEach((name) => process.off(name, end)),
  }
}
