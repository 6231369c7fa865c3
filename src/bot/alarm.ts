/** Calls `ring` after a while; of all who have asked, the earliest moment counts. Machine time, in milliseconds. */
export function alarm(ring: () => void) {
  let timer: NodeJS.Timeout | undefined
  let at = Infinity

  function stop(): void {
    clearTimeout(timer)
    at = Infinity
  }

  return {
    in(milliseconds: number): void {
      const wanted = performance.now() + milliseconds
      if (wanted >= at) return
      stop()
      at = wanted
      timer = setTimeout(() => {
        at = Infinity
        ring()
      }, milliseconds)
    },
    stop,
  }
}
