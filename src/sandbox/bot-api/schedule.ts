/** Runs something once after some real time, unless the answer is called before. Tests hand in one moved by hand. */
export type Schedule = (milliseconds: number, run: () => void) => () => void

export const realSchedule: Schedule = (milliseconds, run) => {
  const timer = setTimeout(run, milliseconds)
  timer.unref()
  return () => clearTimeout(timer)
}
