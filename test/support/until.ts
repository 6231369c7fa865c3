const secondsAtMost = 15

/** Waits until something is so, looking every few milliseconds; says what it waited for when that never comes. */
export async function until(
  what: string,
  isSo: () => boolean | Promise<boolean>,
  seconds = secondsAtMost,
): Promise<void> {
  const deadline = performance.now() + seconds * 1000
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error(`Waited ${seconds} s in vain until ${what}.`)
    await new Promise((resolve) => setTimeout(resolve, 4))
  }
}
