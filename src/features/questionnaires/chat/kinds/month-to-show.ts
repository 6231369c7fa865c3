import type { Scene } from './kind.ts'

type Month = Temporal.PlainYearMonth

/** Where the calendar opens: where somebody looks, at the answer there is, else where an answer would be taken. */
export function monthToShow(scene: Scene): Month {
  const { look, present, now } = scene
  const wanted = look.month ?? /^\d{4}-\d{2}/.exec(present)?.[0]
  if (wanted) return Temporal.PlainYearMonth.from(wanted)
  const here = now.toPlainDate().toPlainYearMonth()
  if (scene.question.type !== 'date' || !scene.question.constraint || isTaken(scene, now.toPlainDate()))
    return here
  return givenNear(scene) ?? nearest(scene, here)
}

/** Where another day is that somebody has given, if this one may be there too. */
function givenNear(scene: Scene): Month | undefined {
  const { session } = scene
  const months = session.steps().flatMap((step) => {
    if (step.kind !== 'question' || step.question.type !== 'date') return []
    const day = session.value(step.path)
    return day === '' ? [] : [Temporal.PlainYearMonth.from(day.slice(0, 7))]
  })
  return months.findLast((month) => takesOne(scene, month))
}

/** How far an answer is looked for: months around now, then years, since people are born and machines are built. */
const monthsAround = 12
const yearsBack = 100
const yearsOn = 20

/** The nearest month that takes an answer; the coming ones first. Now, where no answer is found. */
function nearest(scene: Scene, here: Month): Month {
  const ways: readonly [string, number, number][] = [
    ['months', 1, monthsAround],
    ['months', -1, monthsAround],
    ['years', -1, yearsBack],
    ['years', 1, yearsOn],
  ]
  for (const [unit, sign, count] of ways)
    for (let far = 0; far <= count; far += 1) {
      const month = here.add({ [unit]: sign * far })
      if (takesOne(scene, month)) return month
    }
  return here
}

/** Whether one of some days of a month would be taken; asking for each would cost too much. */
const takesOne = (scene: Scene, month: Month): boolean =>
  [1, 15, month.daysInMonth].some((day) => isTaken(scene, month.toPlainDate({ day })))

const isTaken = ({ session, path }: Scene, day: Temporal.PlainDate): boolean =>
  session.judge(path, day.toString()) === undefined
